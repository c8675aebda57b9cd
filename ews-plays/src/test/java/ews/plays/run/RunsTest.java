package ews.plays.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Role;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.play.Due;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.WatchListStep;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import ews.plays.watchlist.WatchLists;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RunsTest extends AccountOfCarla {

    @Autowired
    private Plays plays;

    @Autowired
    private Runs runs;

    @Autowired
    private RunLists lists;

    @Autowired
    private RunEndings endings;

    @Autowired
    private TaskLists tasks;

    @Autowired
    private WatchLists watchLists;

    @Test
    void aRunKeepsTheVersionThatItStartedWith() {
        Play play = given.play(Given.task("Call", 2));
        Run run = runs.start(account, play, null, "It is time.", actor);

        plays.save(
                new Play(play.key(), "Renamed", play.description(), 1, true, List.of(Given.task("Write", 1))),
                "Better",
                actor);

        Run later = lists.withId(run.id()).orElseThrow();
        assertThat(later.playName()).isEqualTo(play.name());
        assertThat(later.playVersion()).isEqualTo(1);
        assertThat(later.steps()).containsExactly(Given.task("Call", 2));
        assertThat(tasks.ofRun(run.id())).extracting(Task::title).containsExactly("Call");
    }

    @Test
    void startingAgainByHandAnswersTheRunThatIsRunning() {
        Play play = given.playWithTasks(1);
        Run first = runs.start(account, play, null, "It is time.", actor);

        assertThat(runs.start(account, play, null, "Once more.", actor)).isEqualTo(first);
        assertThat(tasks.ofAccount(account)).hasSize(1);
    }

    @Test
    void startingByHandAfterTheRunHasEndedIsANewRun() {
        Play play = given.playWithTasks(1);
        Run first = runs.start(account, play, null, "It is time.", actor);
        endings.cancel(first.id(), "Too early.", actor);

        assertThat(runs.start(account, play, null, "Now.", actor).id()).isNotEqualTo(first.id());
    }

    @Test
    void anAlertHasOneRunWhicheverPlayIsAskedFor() {
        AlertId alert = new AlertId(3);
        Run first = runs.start(account, given.playWithTasks(1), alert, "It is time.", actor);

        assertThat(runs.start(account, given.playWithTasks(2), alert, "Another.", actor))
                .isEqualTo(first);
    }

    @Test
    void onlyAPersonStartsAnotherRunForAnAlertAfterTheFirstWasGivenUp() {
        AlertId alert = new AlertId(3);
        Play play = given.playWithTasks(1);
        Run first = runs.start(account, play, alert, "It is time.", actor);
        endings.cancel(first.id(), "Too early.", actor);

        assertThat(runs.start(account, play, alert, "Told twice.", Actor.SYSTEM).id())
                .isEqualTo(first.id());
        Run second = runs.start(account, play, alert, "Now.", actor);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(lists.ofAlert(account, alert)).contains(second);
    }

    @Test
    void aPlayThatIsSwitchedOffIsNotStarted() {
        Play play = given.playWithTasks(1);
        plays.disable(play.key(), actor);
        Play off = plays.withKey(play.key()).orElseThrow();

        assertThatThrownBy(() -> runs.start(account, off, null, "It is time.", actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("The play \"%s\" is switched off.", play.name());
    }

    @Test
    void nothingStartsOnAnAccountThatIsNotThere() {
        AccountId nowhere = new AccountId(account.value() + 1_000);

        assertThatThrownBy(() -> runs.start(nowhere, given.playWithTasks(1), null, "It is time.", actor))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aWatchListStepPutsTheAccountOnTheListBecauseOfTheRun() {
        Play play = given.play(new WatchListStep("watch", "It declines."));

        Run run = runs.start(account, play, null, "It is time.", actor);

        assertThat(watchLists.ofAccount(account)).singleElement().satisfies(entry -> {
            assertThat(entry.reason()).isEqualTo("It declines.");
            assertThat(entry.run()).isEqualTo(run.id());
            assertThat(entry.addedBy()).isEqualTo("EWS");
        });
        assertThat(run.awaitsOutcome()).isTrue();
    }

    @Test
    void aStepCanBeDueAfterTheStepBeforeThatHasADueDay() {
        Play play = given.play(
                Given.task("Call", 2),
                new WatchListStep("watch", "It declines."),
                new EscalateStep("Help", "Please.", Due.workingDays(3).afterTheStepBefore()),
                Given.task("Write", 1));

        Run run = runs.start(account, play, null, "It is time.", actor);

        assertThat(tasks.ofRun(run.id()))
                .extracting(Task::title, Task::due)
                .containsExactlyInAnyOrder(
                        tuple("Call", LocalDate.of(2026, 11, 23)),
                        tuple("Help", LocalDate.of(2026, 11, 26)),
                        tuple("Write", LocalDate.of(2026, 11, 20)));
    }

    @Test
    void theManagerWithTheLeastToDoIsAskedToHelp() {
        given.member("Max", Role.MANAGER);
        given.member("Mia", Role.MANAGER);
        given.inactive(given.member("Moe", Role.MANAGER));
        Play play = given.play(escalate());

        runs.start(account, play, null, "It is time.", actor);
        runs.start(given.account("Bolt", csm), play, null, "It is time.", actor);
        runs.start(given.account("Cork", csm), play, null, "It is time.", actor);

        assertThat(tasks.open(null, 1, 10)).extracting(Task::assigneeName).containsExactly("Max", "Mia", "Max");
    }

    @Test
    void withoutAManagerTheEscalationWaitsForAnOwner() {
        runs.start(account, given.play(escalate()), null, "It is time.", actor);

        assertThat(tasks.needingOwner()).extracting(Task::title).containsExactly("Help");
    }

    @Test
    void managersOfTheSampleCompanyAreNotAskedAboutRealAccounts() {
        given.sample(given.member("Sam", Role.MANAGER));

        runs.start(account, given.play(escalate()), null, "It is time.", actor);

        assertThat(tasks.needingOwner()).hasSize(1);
    }

    @Test
    void withoutACsmTheWorkWaitsForAnOwner() {
        AccountId alone = given.account("Bolt", null);

        Run run = runs.start(alone, given.playWithTasks(2), null, "It is time.", actor);

        assertThat(run.owner()).isNull();
        assertThat(tasks.needingOwner()).hasSize(2);
    }

    @Test
    void aCsmWhoIsNotActiveGetsNoWork() {
        given.inactive(csm);

        Run run = runs.start(account, given.playWithTasks(1), null, "It is time.", Actor.SYSTEM);

        assertThat(run.owner()).isNull();
        assertThat(tasks.needingOwner()).hasSize(1);
    }

    @Test
    void theRunsOfAnAccountBeginWithThoseThatAreRunning() {
        Run ended = runs.start(account, given.playWithTasks(1), null, "First.", actor);
        Run running = runs.start(account, given.playWithTasks(1), null, "Second.", actor);
        Run alsoEnded = runs.start(account, given.playWithTasks(1), null, "Third.", actor);
        endings.cancel(ended.id(), "No.", actor);
        endings.cancel(alsoEnded.id(), "No.", actor);

        assertThat(lists.ofAccount(account))
                .extracting(Run::id)
                .containsExactly(running.id(), alsoEnded.id(), ended.id());
    }

    @Test
    void aPlayKnowsItsLatestRuns() {
        Play play = given.playWithTasks(1);
        runs.start(account, play, null, "First.", actor);
        Run second = runs.start(given.account("Bolt", csm), play, null, "Second.", actor);
        runs.start(account, given.playWithTasks(1), null, "Another play.", actor);

        assertThat(lists.ofPlay(play.key(), 1)).containsExactly(second);
        assertThat(lists.ofPlay(play.key(), 10)).hasSize(2);
    }

    private static EscalateStep escalate() {
        return new EscalateStep("Help", "Please.", Due.workingDays(1));
    }
}
