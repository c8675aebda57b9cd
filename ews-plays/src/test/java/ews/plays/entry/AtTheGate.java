package ews.plays.entry;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.play.Outcome;
import ews.domain.score.Band;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.play.Definition;
import ews.plays.play.Entry;
import ews.plays.play.Entry.Repeat;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.play.Step;
import ews.plays.play.Trigger;
import ews.plays.run.Run;
import ews.plays.run.RunEndings;
import ews.plays.run.RunLists;
import ews.plays.watchlist.WatchLists;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Acme may come into plays. It is Thursday, 19 November 2026. */
abstract class AtTheGate extends AccountOfCarla {

    static final Trigger POOR = new Trigger.Health(List.of(Band.POOR));

    @AfterEach
    void noPlayOfTheseTestsStaysOn() {
        jdbc.sql("delete from run").update();
        jdbc.sql("delete from play where id in (select play_id from play_version where reason = 'For a test')")
                .update();
        jdbc.sql("delete from segment where key like '%-ones'").update();
    }

    @Autowired
    Calls calls;

    @Autowired
    Gate gate;

    @Autowired
    Entrances entrances;

    @Autowired
    Plays plays;

    @Autowired
    WatchLists watchLists;

    @Autowired
    RunLists runs;

    @Autowired
    RunEndings endings;

    @Autowired
    JdbcClient jdbc;

    Play play(Trigger... triggers) {
        return play(new Entry(List.of(triggers), List.of(), List.of(), Repeat.ALWAYS));
    }

    Play play(Entry entry) {
        return play(entry, Given.task("Call", 1));
    }

    Play play(Entry entry, Step step) {
        Play blank = given.playWithTasks(1);
        return plays.save(
                new Play(
                        blank.key(),
                        blank.name(),
                        blank.description(),
                        1,
                        true,
                        new Definition(entry, List.of(step), null, 0)),
                "For a test",
                Actor.SYSTEM);
    }

    void falls(Band to) {
        calls.ofHealth(account, Band.GOOD, to);
        gate.letIn();
    }

    void milestones() {
        calls.ofMilestones();
        gate.letIn();
    }

    void renewsOn(LocalDate day) {
        jdbc.sql("update account set status = 'active', renewal_on = :day where id = :account")
                .param("day", day)
                .param("account", account.value())
                .update();
    }

    int segment(String key) {
        return jdbc.sql("""
                        insert into segment (key, name, position, conditions) values (:key, :key, 100, '[]')
                        on conflict (key) do update set name = excluded.name returning id
                        """)
                .param("key", key)
                .query((row, _) -> row.getInt("id"))
                .single();
    }

    void isIn(String segment) {
        jdbc.sql("""
                        insert into account_health (account_id, day, band, segment_id, profile_version_id, trend, computed_at)
                        values (:account, '2026-11-19', 'poor', :segment, 1, '{}', now())
                        """)
                .param("account", account.value())
                .param("segment", segment(segment))
                .update();
    }

    List<Run> runsOf(AccountId of) {
        return runs.ofAccount(of);
    }

    void finishAll() {
        runsOf(account).stream()
                .filter(Run::isRunning)
                .forEach(it -> endings.finishSkipping(it.id(), "Done", Outcome.SAVED, "It helped", actor));
    }

    void cancelAll() {
        runsOf(account).stream().filter(Run::isRunning).forEach(it -> endings.cancel(it.id(), "Not now", actor));
    }

    int count(String table) {
        return jdbc.sql("select count(*) from " + table)
                .query((row, _) -> row.getInt(1))
                .single();
    }
}
