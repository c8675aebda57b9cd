package ews.plays.goal;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.play.Outcome;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.entry.Entrances;
import ews.plays.play.Definition;
import ews.plays.play.Entry;
import ews.plays.play.Goal;
import ews.plays.play.Goal.Level;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.run.Run;
import ews.plays.run.RunEndings;
import ews.plays.run.RunLists;
import ews.plays.run.RunState;
import ews.plays.run.Runs;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import ews.plays.task.TaskStatus;
import ews.plays.task.Tasks;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The play's goal: as many people use it as before, for three days, within ten. It is Thursday, 19 November 2026. */
class GoalCheckTest extends AccountOfCarla {

    private static final LocalDate START = LocalDate.of(2026, 11, 19);

    private static final Goal GOAL =
            new Goal(new Measurement("attribute", 0, "people", Form.VALUE), true, new Level.Before(100), 3, 10);

    @Autowired
    private GoalCheck check;

    @Autowired
    private Plays plays;

    @Autowired
    private Entrances entrances;

    @Autowired
    private Runs runs;

    @Autowired
    private RunLists lists;

    @Autowired
    private RunEndings endings;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TaskLists taskLists;

    @Autowired
    private JdbcClient jdbc;

    private Play play;
    private Run run;

    @BeforeEach
    void fewerPeopleThanBefore() {
        people(START.minusDays(60), 100);
        people(START.minusDays(5), 60);
        Play blank = given.playWithTasks(2);
        play = plays.save(
                new Play(
                        blank.key(),
                        blank.name(),
                        blank.description(),
                        1,
                        true,
                        new Definition(Entry.BY_ALERT, blank.steps(), GOAL, 50)),
                "For a test",
                Actor.SYSTEM);
        run = runs.start(account, play, null, "Fewer people", actor);
    }

    @AfterEach
    void noPlayStays() {
        jdbc.sql("delete from run").update();
        jdbc.sql("delete from play where key = :key").param("key", play.key()).update();
    }

    @Test
    void aRunEndsByProofWhenItsGoalWasHeldLongEnough() {
        people(START.plusDays(2), 101);

        dayIs(START.plusDays(4));
        assertThat(now().isRunning()).as("two days only").isTrue();

        dayIs(START.plusDays(5));
        assertThat(now().state())
                .isInstanceOfSatisfying(
                        RunState.Finished.class, it -> assertThat(it.outcome()).isEqualTo(Outcome.SAVED))
                .isInstanceOfSatisfying(
                        RunState.Finished.class, it -> assertThat(it.note()).contains("Proven by facts", "for 3 days"));
        assertThat(now().provenAt()).isNotNull();
        assertThat(taskLists.ofRun(run.id()))
                .allSatisfy(it -> assertThat(it.status()).isEqualTo(TaskStatus.SKIPPED))
                .extracting(Task::note)
                .containsOnly("The goal of the play is reached.");
    }

    @Test
    void aDayBelowTheGoalBeginsTheCountAnew() {
        people(START.plusDays(1), 100);
        people(START.plusDays(3), 90);
        people(START.plusDays(4), 100);

        dayIs(START.plusDays(6));

        assertThat(now().isRunning()).isTrue();
    }

    @Test
    void daysBeforeTheStartDoNotCount() {
        people(START.minusDays(3), 120);

        dayIs(START.plusDays(2));
        assertThat(now().isRunning()).isTrue();

        dayIs(START.plusDays(3));
        assertThat(now().isRunning()).isFalse();
    }

    @Test
    void nobodyIsAskedForTheOutcomeWhileTheGoalMayStillBeReached() {
        taskLists.ofRun(run.id()).forEach(it -> tasks.done(it.id(), null, actor));
        assertThat(lists.awaitingOutcome()).isEmpty();
        assertThat(now().awaitsOutcome()).isFalse();

        dayIs(START.plusDays(10));
        assertThat(lists.awaitingOutcome()).isEmpty();

        dayIs(START.plusDays(11));
        assertThat(lists.awaitingOutcome()).extracting(Run::id).containsExactly(run.id());
    }

    @Test
    void aGoalThatWasReachedOnTheLastDayCountsIfNobodyWasThereToLook() {
        people(START.plusDays(7), 100);

        dayIs(START.plusDays(13));

        assertThat(now().isRunning()).isFalse();
        assertThat(reached("run")).containsExactly(START.plusDays(10));
    }

    @Test
    void aGoalThatWasReachedTooLateDoesNotCountIfNobodyWasThereToLook() {
        people(START.plusDays(8), 100);

        dayIs(START.plusDays(13));

        assertThat(now().isRunning()).isTrue();
        assertThat(reached("run")).isEmpty();
    }

    @Test
    void whatAPersonEndedIsLookedAtFurtherAndStaysAsItWas() {
        endings.finishSkipping(run.id(), "They are back", Outcome.IMPROVED, "Halfway", actor);
        people(START.plusDays(1), 100);

        dayIs(START.plusDays(5));

        assertThat(reached("run")).hasSize(1);
        assertThat(now().provenAt()).isNull();
        assertThat(now().state())
                .isInstanceOfSatisfying(
                        RunState.Finished.class, it -> assertThat(it.outcome()).isEqualTo(Outcome.IMPROVED));
    }

    @Test
    void whoIsHeldOutIsLookedAtToo() {
        for (int i = 0; i < 20; i++) {
            entrances.enter(given.account("Account " + i, csm), play, null, "Fewer people");
        }
        jdbc.sql("""
                        insert into attribute_change (account_id, occurred_at, event_key, name, value)
                        select account_id, '2026-10-01T10:00:00Z', 1, 'people', '5' from held_out
                        """).update();

        dayIs(START.plusDays(3));

        assertThat(reached("held_out")).isNotEmpty().containsOnly(START.plusDays(3));
    }

    @Test
    void aPlayThatStartsAgainSoonAfterAProvenEndIsARelapse() {
        people(START, 100);
        dayIs(START.plusDays(3));
        assertThat(now().provenAt()).isNotNull();

        Run again = runs.start(account, play, null, "Fewer people again", actor);

        assertThat(again.relapseOf()).isEqualTo(run.id());
        assertThat(run.relapseOf()).isNull();
    }

    private Run now() {
        return lists.withId(run.id()).orElseThrow();
    }

    private void dayIs(LocalDate day) {
        given.clock().set(Given.THURSDAY.plus(Duration.ofDays(day.toEpochDay() - START.toEpochDay())));
        check.check();
    }

    private void people(LocalDate day, int number) {
        jdbc.sql("""
                        insert into attribute_change (account_id, occurred_at, event_key, name, value)
                        values (:account, :at, :number, 'people', :number::text)
                        """)
                .param("account", account.value())
                .param("at", day.atTime(10, 0).atOffset(ZoneOffset.UTC))
                .param("number", number)
                .update();
    }

    private List<LocalDate> reached(String table) {
        return jdbc.sql("select goal_reached_on from %s where goal_reached_on is not null".formatted(table))
                .query((row, _) -> row.getObject("goal_reached_on", LocalDate.class))
                .list();
    }
}
