package ews.plays.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.chance.Share;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.play.Outcome;
import ews.plays.AccountOfCarla;
import ews.plays.effect.Comparison.Kind;
import ews.plays.play.Definition;
import ews.plays.play.Entry;
import ews.plays.play.Goal;
import ews.plays.play.Goal.Level;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.play.Step.StartPlayStep;
import ews.plays.run.Run;
import ews.plays.run.RunEndings;
import ews.plays.run.Runs;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The play's goal: 100 people for three days, within thirty. It is Thursday, 19 November 2026. */
class EffectivenessTest extends AccountOfCarla {

    private static final Goal GOAL =
            new Goal(new Measurement("attribute", 0, "people", Form.VALUE), true, new Level.Fixed(100), 3, 30);

    /** Long enough ago that the time of the run is over. */
    private static final int LONG_AGO = 60;

    private static final int SEGMENT = 7;

    @Autowired
    private Effects effects;

    @Autowired
    private MatchSearch matching;

    @Autowired
    private SimilarAccounts similar;

    @Autowired
    private Plays plays;

    @Autowired
    private Runs runs;

    @Autowired
    private RunEndings endings;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TaskLists taskLists;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    private Past past;
    private Play play;
    private int accounts;

    @BeforeEach
    void aPlayWithAGoal() {
        past = new Past(jdbc, json, LocalDate.of(2026, 11, 19));
        accounts = 0;
        play = with(GOAL, 0);
        jdbc.sql("""
                        insert into rule (key, version, definition, enabled)
                        values ('fewer-people', 1, '{"name": "Fewer people", "nature": "RISK"}', true)
                        """).update();
    }

    @AfterEach
    void noPlayStays() {
        jdbc.sql("delete from account").update();
        jdbc.sql("delete from rule where key = 'fewer-people'").update();
        jdbc.sql("delete from play where key = :key").param("key", play.key()).update();
    }

    private Play with(@Nullable Goal goal, int holdOut) {
        Play blank = play == null ? given.playWithTasks(2) : play;
        return plays.save(
                new Play(
                        blank.key(),
                        blank.name(),
                        blank.description(),
                        plays.withKey(blank.key()).orElseThrow().version(),
                        true,
                        new Definition(Entry.BY_ALERT, blank.steps(), goal, holdOut)),
                "For a test",
                Actor.SYSTEM);
    }

    private AccountId another() {
        return given.account("Account " + ++accounts, csm);
    }

    private void ran(int count, @Nullable Integer recoveredAfter) {
        for (int i = 0; i < count; i++) {
            past.run(another(), play, LONG_AGO, recoveredAfter, Actor.SYSTEM.name());
        }
    }

    private void heldOut(int count, @Nullable Integer recoveredAfter) {
        for (int i = 0; i < count; i++) {
            past.heldOut(another(), play, LONG_AGO, recoveredAfter);
        }
    }

    private Comparison comparison() {
        return Objects.requireNonNull(now().comparison());
    }

    private Effectiveness now() {
        return effects.of(play.key());
    }

    @Test
    void onlyRunsWhoseTimeIsOverSayHowManyRecover() {
        ran(1, 10);
        ran(1, 20);
        ran(1, null);
        past.run(another(), play, 29, null, "Carla");
        past.run(another(), play, 30, 5, "Carla");
        past.cancelled(past.run(another(), play, LONG_AGO, null, "Carla"));

        assertThat(now().recovery()).isEqualTo(new Recovery(new Share(2, 3), 10, 30, true, 2, 1));
        assertThat(now().sentence())
                .isEqualTo("Of 3 accounts with this play, 2 recovered within 30 days. There is nothing to compare that "
                        + "with yet.");
        assertThat(now().runs()).isEqualTo(6);
        assertThat(now().running()).isEqualTo(2);
        assertThat(now().outcomes()).isEqualTo(Map.of(Outcome.SAVED, 3));
        assertThat(now().completed()).isEqualTo(new Share(3, 4));
    }

    @Test
    void anAccountCountsOnceByItsFirstRun() {
        past.run(account, play, 200, null, "Carla");
        past.run(account, play, LONG_AGO, 10, "Carla");

        assertThat(now().recovery()).extracting(Recovery::recovered).isEqualTo(new Share(0, 1));
    }

    @Test
    void aPlayWithoutAGoalOrWithoutTimeSaysSo() {
        assertThat(now().sentence()).isEqualTo("No account has got it yet.");

        past.run(account, play, 3, null, "Carla");
        assertThat(now().sentence()).isEqualTo("Too early to tell: no account has had its time yet.");
        assertThat(effects.all().get(play.key())).isEqualTo(now());

        jdbc.sql("delete from run").update();
        play = with(null, 0);
        assertThat(now().sentence()).startsWith("It has no goal, so facts cannot tell whether it helps");
    }

    @Test
    void thoseWhoWereHeldOutShowWhetherThePlayHelped() {
        play = with(GOAL, 50);
        ran(5, 10);
        ran(1, null);
        heldOut(1, 10);
        heldOut(5, null);
        past.heldOut(another(), play, 3, null);

        assertThat(comparison().sentence())
                .isEqualTo("Of 6 accounts with this play, 5 recovered within 30 days; of 6 held out, 1. "
                        + "The play helped: 67 points more, with a margin from 11 to 86.");
        assertThat(comparison().speaksForThePlay()).isTrue();
    }

    @Test
    void aDifferenceThatChanceExplainsIsNoMoreThanAPossibility() {
        play = with(GOAL, 50);
        ran(4, 10);
        ran(2, null);
        heldOut(2, 10);
        heldOut(4, null);

        assertThat(comparison().sentence())
                .endsWith("The play may have helped: 33 points more, with a margin from −19 to 67.");
        assertThat(comparison().speaksForThePlay()).isFalse();
    }

    @Test
    void fewAccountsTellNothing() {
        play = with(GOAL, 50);
        ran(6, 10);
        heldOut(4, null);

        assertThat(comparison().sentence())
                .isEqualTo(
                        "Too few to tell yet: of 6 accounts with this play, 6 recovered within 30 days; of 4 held out, 0.");
        assertThat(comparison().speaksForThePlay()).isFalse();
    }

    @Test
    void onlyWhomChanceDecidedIsComparedWithThoseHeldOut() {
        ran(1, 10); // before a share was held out
        play = with(GOAL, 50);
        ran(2, 10);
        past.run(another(), play, LONG_AGO, 10, "Carla");
        heldOut(2, null);
        AccountId both = another();
        past.heldOut(both, play, LONG_AGO, null);
        past.run(both, play, LONG_AGO - 5, 10, "Carla");
        Play other = given.play(new StartPlayStep(play.key()));
        runs.start(another(), other, null, "It is time.", actor);
        jdbc.sql("update run set watched_until = watched_until - 60 where reason like 'Started by%'")
                .update();

        assertThat(comparison())
                .isEqualTo(new Comparison(Kind.HELD_OUT, new Share(2, 2), new Share(0, 2), "within 30 days"));
        assertThat(Objects.requireNonNull(now().recovery()).recovered())
                .as("all that got it, whoever started them")
                .isEqualTo(new Share(5, 6));
    }

    @Test
    void withoutAHoldOutTheAccountMostLikeItIsCompared() {
        past.alert(account, LONG_AGO, past.run(account, play, LONG_AGO, 10, "Carla"));
        past.health(account, LONG_AGO, SEGMENT, "poor", 300);
        alike(another(), LONG_AGO + 20, SEGMENT, "poor", 300); // further away in time
        AccountId nearest = alike(another(), LONG_AGO + 2, SEGMENT, "poor", 310);
        alike(another(), LONG_AGO + 2, SEGMENT, "poor", 390);
        alike(another(), LONG_AGO, SEGMENT + 1, "poor", 300);
        alike(another(), LONG_AGO, SEGMENT, "average", 300);
        AccountId withThePlay = alike(another(), LONG_AGO, SEGMENT, "poor", 300);
        past.cancelled(past.run(withThePlay, play, LONG_AGO - 20, null, "Carla"));
        past.people(nearest, 100, 50);
        past.people(nearest, LONG_AGO - 10, 120); // 12 days after its alert

        matching.matchUp();

        assertThat(matches())
                .containsExactly(tuple(nearest, LocalDate.of(2026, 11, 19).minusDays(LONG_AGO - 13)));
        assertThat(comparison())
                .isEqualTo(new Comparison(Kind.MATCHED, new Share(1, 1), new Share(1, 1), "within 30 days"));
        assertThat(comparison().sentence()).contains("of 1 like them without it, 1");
    }

    @Test
    void whoGotNoOtherPlayIsTheBetterComparisonAndWhoDidIsBetterThanNobody() {
        Play other = given.playWithTasks(1);
        for (AccountId one : new AccountId[] {account, another()}) {
            past.alert(one, LONG_AGO, past.run(one, play, LONG_AGO, 10, "Carla"));
            past.health(one, LONG_AGO, SEGMENT, "poor", 300);
        }
        AccountId withAnother = alike(another(), LONG_AGO, SEGMENT, "poor", 300);
        past.run(withAnother, other, LONG_AGO - 3, null, "Carla");
        AccountId withNone = alike(another(), LONG_AGO + 5, SEGMENT, "poor", 350);
        past.cancelled(past.run(withNone, other, LONG_AGO - 3, null, "Carla"));

        matching.matchUp();

        assertThat(matches()).extracting(it -> it.toList().getFirst()).containsExactly(withNone, withAnother);
    }

    @Test
    void whoGotNoOtherPlayIsTheBetterComparisonWithoutAnAlertToo() {
        Play other = given.playWithTasks(1);
        past.run(account, play, LONG_AGO, 10, "Carla");
        past.health(account, LONG_AGO, SEGMENT, "poor", 300);
        AccountId withAnother = another();
        past.health(withAnother, LONG_AGO, SEGMENT, "poor", 300);
        past.run(withAnother, other, LONG_AGO - 3, null, "Carla");
        AccountId withNone = another();
        past.health(withNone, LONG_AGO, SEGMENT, "poor", 340);

        matching.matchUp();

        assertThat(matches()).extracting(it -> it.toList().getFirst()).containsExactly(withNone);
    }

    @Test
    void eachAccountIsTakenOnceAndARunWithoutAMatchIsLeftOut() {
        for (AccountId one : new AccountId[] {account, another()}) {
            past.alert(one, LONG_AGO, past.run(one, play, LONG_AGO, 10, "Carla"));
            past.health(one, LONG_AGO, SEGMENT, "poor", 300);
        }
        AccountId only = alike(another(), LONG_AGO, SEGMENT, "poor", 300);

        matching.matchUp();
        matching.matchUp();

        assertThat(matches()).containsExactly(tuple(only, null), tuple(null, null));
        assertThat(comparison().with()).isEqualTo(new Share(1, 1));
        assertThat(comparison().without()).isEqualTo(new Share(0, 1));
    }

    @Test
    void aMatchIsSoughtWhenTheTimeOfAllThatMayBeFoundIsOver() {
        int daysAgo = GOAL.within() + MatchSearch.APART;
        past.alert(account, daysAgo, past.run(account, play, daysAgo, 10, "Carla"));
        past.health(account, daysAgo, SEGMENT, "poor", 300);
        AccountId alike = alike(another(), daysAgo, SEGMENT, "poor", 300);

        matching.matchUp();
        assertThat(matches()).isEmpty();

        given.clock().tick(Duration.ofDays(1));
        matching.matchUp();
        assertThat(matches()).containsExactly(tuple(alike, null));
    }

    @Test
    void aRunWithoutAnAlertIsComparedWithWhoWasAsHealthyThen() {
        past.run(account, play, LONG_AGO, 10, "Carla");
        past.health(account, LONG_AGO, SEGMENT, "poor", 300);
        past.health(account, LONG_AGO + MatchSearch.BEFORE, SEGMENT, "good", 800);
        AccountId fell = another();
        past.health(fell, LONG_AGO, SEGMENT, "poor", 340);
        past.health(fell, LONG_AGO + MatchSearch.BEFORE, SEGMENT, "good", 700);
        AccountId poorForLong = another();
        past.health(poorForLong, LONG_AGO, SEGMENT, "poor", 300);
        past.health(poorForLong, LONG_AGO + MatchSearch.BEFORE, SEGMENT, "poor", 300);

        matching.matchUp();

        assertThat(matches()).containsExactly(tuple(fell, null));
    }

    @Test
    void theFirstActionIsTheEarliestThingThatSomebodyDid() {
        Run run = runs.start(account, play, null, "It is time.", actor);
        runs.start(another(), play, null, "It is time.", actor);
        given.clock().tick(Duration.ofHours(30));
        tasks.done(taskLists.ofRun(run.id()).getFirst().id(), null, actor);
        given.clock().tick(Duration.ofHours(30));
        tasks.done(taskLists.ofRun(run.id()).getLast().id(), null, actor);

        assertThat(now().acted()).isEqualTo(1);
        assertThat(now().firstAction()).isEqualTo(Duration.ofHours(30));
    }

    @Test
    void similarAccountsAreThoseOfTheSegmentAndElseOfTheBand() {
        standing(account, SEGMENT, "poor");
        for (int i = 0; i < 4; i++) {
            AccountId other = another();
            past.run(other, play, LONG_AGO, 10, "Carla");
            past.health(other, LONG_AGO, SEGMENT, "poor", 300);
        }
        AccountId elsewhere = another();
        past.run(elsewhere, play, LONG_AGO, null, "Carla");
        past.health(elsewhere, LONG_AGO, SEGMENT + 1, "poor", 300);
        assertThat(similar.worked(play.key(), account)).as("the band").contains(new Share(4, 5));

        AccountId fifth = another();
        past.run(fifth, play, LONG_AGO, 10, "Carla");
        past.health(fifth, LONG_AGO, SEGMENT, "good", 900);
        assertThat(similar.worked(play.key(), account)).as("the segment").contains(new Share(5, 5));
    }

    @Test
    void withoutAGoalPeopleTellWhetherThePlayWorked() {
        play = with(null, 0);
        standing(account, SEGMENT, "poor");
        for (Outcome outcome : new Outcome[] {Outcome.SAVED, Outcome.LOST, Outcome.FALSE_ALARM}) {
            AccountId other = another();
            Run run = runs.start(other, play, null, "It is time.", actor);
            endings.finishSkipping(run.id(), "Not needed", outcome, "So it was", actor);
            past.health(other, 0, SEGMENT, "poor", 300);
        }

        assertThat(similar.worked(play.key(), account)).contains(new Share(1, 2));
        assertThat(similar.worked("nothing", account)).isEmpty();
    }

    /** An account with an alert of the same rule, and its health on that day. */
    private AccountId alike(AccountId other, int daysAgo, int segment, String band, int score) {
        past.alert(other, daysAgo, null);
        past.health(other, daysAgo, segment, band, score);
        return other;
    }

    private void standing(AccountId of, int segment, String band) {
        jdbc.sql("""
                        insert into account_health (account_id, day, score, band, segment_id, profile_version_id, trend, computed_at)
                        values (:account, '2026-11-19', 300, :band, :segment, 1, '{}', now())
                        """)
                .param("account", of.value())
                .param("band", band)
                .param("segment", segment)
                .update();
    }

    /** The accounts that runs are compared with, and when these reached the goal. */
    private List<Tuple> matches() {
        return jdbc.sql("select like_account_id, goal_reached_on from run_match order by run_id")
                .query((row, _) -> tuple(
                        row.getLong("like_account_id") == 0 ? null : new AccountId(row.getLong("like_account_id")),
                        row.getObject("goal_reached_on", LocalDate.class)))
                .list();
    }
}
