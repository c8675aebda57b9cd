package ews.plays.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.segment.Condition;
import ews.plays.play.Assignee;
import ews.plays.play.Due;
import ews.plays.play.Due.Unit;
import ews.plays.play.Step;
import ews.plays.play.Step.BranchStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Wait;
import ews.plays.task.Task;
import ews.plays.task.Tasks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Waits and branches. */
class AdvanceTest extends StepsOfAcme {

    private static final Condition BIG = new Condition.Attribute("size", List.of("big"));

    @Autowired
    private RunLists lists;

    @Autowired
    private RunEndings endings;

    @Autowired
    private WaitingRuns waitingRuns;

    @Autowired
    private Tasks tasks;

    @Test
    void nothingAfterAWaitIsDoneBeforeItIsOver() {
        Run run = started(task("Call"), wait(2), task("Ask again"));

        assertThat(titles(run)).containsExactly("Call");
        assertThat(run.waitsUntil()).isEqualTo("2026-11-23");

        goOnTheNextDay();
        assertThat(titles(run)).containsExactly("Call");

        goOnInDays(3);
        assertThat(titles(run)).containsExactly("Call", "Ask again");
    }

    @Test
    void daysAfterAWaitAreCountedFromItsEnd() {
        Run run = started(
                wait(1),
                new TaskStep("Call", "How.", Due.workingDays(2).afterTheStepBefore(), Assignee.CSM),
                new TaskStep("Write", "How.", Due.workingDays(2), Assignee.CSM));

        goOnTheNextDay();

        assertThat(taskLists.ofRun(run.id()))
                .extracting(Task::title, Task::due)
                .containsExactly(tuple("Call", LocalDate.of(2026, 11, 24)), tuple("Write", LocalDate.of(2026, 11, 23)));
    }

    @Test
    void nothingIsOverdueWhenTheRunComesToIt() {
        Run run = started(wait(5), task("Call"));

        goOnInDays(7);

        assertThat(taskLists.ofRun(run.id())).extracting(Task::due).containsExactly(LocalDate.of(2026, 11, 26));
    }

    @Test
    void aWaitOnAHolidayLastsADayLonger() {
        jdbc.sql("insert into holiday (day, name) values ('2026-11-20', 'Founders'' day')")
                .update();

        assertThat(started(wait(1), task("Call")).waitsUntil()).isEqualTo("2026-11-23");
    }

    @Test
    void whatWaitsForItsTasksGoesOnWithTheLastOfThem() {
        Run run = started(
                task("Call"), task("Write"), new WaitStep(new Wait.Tasks(5, Unit.WORKING_DAYS)), task("Sum up"));

        tasks.done(open(run).getFirst().id(), null, actor);
        assertThat(titles(run)).containsExactly("Call", "Write");

        assertThat(tasks.skip(open(run).getFirst().id(), "Not needed", actor))
                .as("there is another task now")
                .isEmpty();
        assertThat(titles(run)).containsExactly("Call", "Write", "Sum up");
    }

    @Test
    void whatWaitsForItsTasksGoesOnWithoutThemInTheEnd() {
        Run run = started(task("Call"), new WaitStep(new Wait.Tasks(3, Unit.CALENDAR_DAYS)), task("Sum up"));

        goOnInDays(3);

        assertThat(titles(run)).containsExactly("Call", "Sum up");
    }

    @Test
    void whatWaitsForFactsGoesOnWhenTheyCome() {
        Run run = started(new WaitStep(new Wait.Facts(BIG, 30, Unit.CALENDAR_DAYS)), task("Congratulate"));
        goOnTheNextDay();
        assertThat(titles(run)).isEmpty();

        becomesBig();
        goOnTheNextDay();

        assertThat(titles(run)).containsExactly("Congratulate");
        assertThat(results(run)).contains("What it waited for has come.");
    }

    @Test
    void afterAWaitInVainABranchTellsWhatToDo() {
        Run run = started(
                new WaitStep(new Wait.Facts(BIG, 1, Unit.CALENDAR_DAYS)),
                new BranchStep(BIG, List.of(task("Congratulate")), List.of(task("Ask why"))),
                task("Write it down"));

        goOnTheNextDay();

        assertThat(titles(run)).containsExactly("Ask why", "Write it down");
        assertThat(results(run)).startsWith("It did not come in time.", "It was not so.");
    }

    @Test
    void aBranchWhoseConditionHoldsLeavesTheOtherStepsOut() {
        becomesBig();

        Run run = started(
                new BranchStep(BIG, List.of(task("Congratulate")), List.of(task("Ask why"))), task("Write it down"));

        assertThat(titles(run)).containsExactly("Congratulate", "Write it down");
    }

    @Test
    void aRunThatWaitsDoesNotAskForItsOutcome() {
        Run run = started(task("Call"), wait(5), task("Ask again"));

        assertThat(tasks.done(open(run).getFirst().id(), null, actor)).isEmpty();
        assertThat(lists.awaitingOutcome()).isEmpty();
    }

    @Test
    void aRunThatHasEndedDoesNotGoOn() {
        Run run = started(task("Call"), wait(1), task("Ask again"));
        endings.cancel(run.id(), "They have left", actor);

        goOnTheNextDay();

        assertThat(titles(run)).containsExactly("Call");
    }

    @Test
    void goingOnTwiceDoesNothingTwice() {
        Run run = started(wait(1), task("Call"));
        goOnTheNextDay();

        waitingRuns.goOn();

        assertThat(titles(run)).containsExactly("Call");
    }

    private static Step wait(int workingDays) {
        return new WaitStep(new Wait.Time(workingDays, Unit.WORKING_DAYS));
    }

    private void goOnTheNextDay() {
        goOnInDays(1);
    }

    private void goOnInDays(int passed) {
        given.clock().tick(Duration.ofDays(passed));
        waitingRuns.goOn();
    }

    private void becomesBig() {
        says("size", "big");
    }

    private List<Task> open(Run run) {
        return taskLists.ofRun(run.id()).stream().filter(Task::isOpen).toList();
    }
}
