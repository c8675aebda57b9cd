package ews.plays.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.play.Outcome;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.play.Due;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Wait;
import ews.plays.run.Run;
import ews.plays.run.RunEndings;
import ews.plays.run.Runs;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditorTest extends AccountOfCarla {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);

    @Autowired
    private Auditor auditor;

    @Autowired
    private Runs runs;

    @Autowired
    private RunEndings endings;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TaskLists taskLists;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private List<Gap> found(GapKind kind) {
        List<Gap> gaps = auditor.first(kind, 100);
        assertThat(auditor.count(kind)).isEqualTo(gaps.size());
        return gaps;
    }

    @Test
    void whereEverythingIsFollowedUpThereIsNothing() {
        runs.start(account, given.playWithTasks(2), null, "They leave", actor);

        for (GapKind kind : GapKind.values()) {
            assertThat(found(kind)).as(kind.label()).isEmpty();
        }
    }

    @Test
    void aRunWhoseTasksAreDoneNeedsSomebodyWhoTellsItsOutcome() {
        Run run = runs.start(account, given.playWithTasks(1), null, "They leave", actor);
        given.clock().tick(Duration.ofDays(1));
        Task task = taskLists.ofRun(run.id()).getFirst();
        tasks.done(task.id(), null, actor);

        assertThat(found(GapKind.RUN)).singleElement().satisfies(gap -> {
            assertThat(gap.id()).isEqualTo(run.id().value());
            assertThat(gap.accountName()).isEqualTo("Acme");
            assertThat(gap.title()).isEqualTo(run.playName());
            assertThat(gap.why()).isEqualTo("Nothing is open in it, and nobody has told how it ended.");
            assertThat(gap.since()).isEqualTo(THURSDAY.plusDays(1));
        });

        endings.finish(run.id(), Outcome.SAVED, "They stay.", actor);
        assertThat(found(GapKind.RUN)).isEmpty();
    }

    @Test
    void aRunThatWaitsIsLeftAloneUntilItShouldHaveGoneOn() {
        Run run = runs.start(
                account,
                given.play(new WaitStep(new Wait.Time(5, Due.Unit.CALENDAR_DAYS)), Given.task("Call", 1)),
                null,
                "They leave",
                actor);
        assertThat(found(GapKind.RUN)).isEmpty();

        given.clock().tick(Duration.ofDays(6));
        assertThat(found(GapKind.RUN)).as("the day on which it goes on").isEmpty();

        given.clock().tick(Duration.ofDays(1));
        assertThat(found(GapKind.RUN)).singleElement().satisfies(gap -> {
            assertThat(gap.id()).isEqualTo(run.id().value());
            assertThat(gap.why()).isEqualTo("Its wait is over, and it did not go on.");
        });
    }

    @Test
    void aRunWhoseGoalMayStillBeReachedIsLeftAlone() {
        Run run = runs.start(account, given.playWithTasks(1), null, "They leave", actor);
        tasks.done(taskLists.ofRun(run.id()).getFirst().id(), null, actor);
        watchUntil(run, THURSDAY.plusDays(10));
        assertThat(found(GapKind.RUN)).isEmpty();

        given.clock().tick(Duration.ofDays(12));

        assertThat(found(GapKind.RUN))
                .singleElement()
                .satisfies(gap -> assertThat(gap.why()).startsWith("The days of its goal are over"));
    }

    private void watchUntil(Run run, LocalDate day) {
        jdbc.sql("update run set watched_until = :day where id = :id")
                .param("day", day)
                .param("id", run.id().value())
                .update();
    }

    @Test
    void aTaskNeedsSomebodyWhoCanWork() {
        Member leaver = given.member("Lea", Role.CSM);
        Member rises = given.member("Eve", Role.CSM);
        tasks.add(account, "Nobody's", "", THURSDAY, null, actor);
        tasks.add(account, "Of Lea", "", THURSDAY, leaver.id(), actor);
        tasks.add(account, "Of Eve", "", THURSDAY, rises.id(), actor);
        tasks.add(account, "Of Carla", "", THURSDAY, csm.id(), actor);
        given.inactive(leaver);
        jdbc.sql("update member set role = 'executive' where id = :id")
                .param("id", rises.id().value())
                .update();

        assertThat(found(GapKind.TASK))
                .extracting(Gap::title, Gap::why)
                .containsExactly(
                        tuple("Nobody's", "Nobody has it."),
                        tuple("Of Lea", "Lea has it, who was deactivated."),
                        tuple("Of Eve", "Eve has it, who is an executive."));
    }

    @Test
    void anAccountNeedsACsmUnlessItIsACustomerNoMore() {
        Member leaver = given.member("Lea", Role.CSM);
        AccountId orphan = given.account("Orphan", null);
        given.account("Left", leaver);
        given.inactive(leaver);
        AccountId lost = given.account("Lost", null);
        jdbc.sql("update account set status = 'cancelled', cancelled_on = '2026-11-01' where id = :id")
                .param("id", lost.value())
                .update();

        assertThat(found(GapKind.ACCOUNT))
                .extracting(Gap::accountName, Gap::why)
                .containsExactly(
                        tuple("Left", "Its CSM is Lea, who was deactivated."), tuple("Orphan", "It has no CSM."));

        accounts.assign(orphan, csm.id());
        assertThat(found(GapKind.ACCOUNT)).hasSize(1);
    }

    @Test
    void onlyTheFirstAreListed() {
        given.account("Alone", null);
        given.account("Lonely", null);

        assertThat(auditor.first(GapKind.ACCOUNT, 1))
                .extracting(Gap::accountName)
                .containsExactly("Alone");
        assertThat(auditor.count(GapKind.ACCOUNT)).isEqualTo(2);
    }
}
