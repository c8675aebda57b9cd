package ews.plays.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.TransitionRefused;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Role;
import ews.domain.play.Outcome;
import ews.domain.play.RunCancelled;
import ews.domain.play.RunFinished;
import ews.domain.play.RunId;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import ews.plays.task.TaskStatus;
import ews.plays.task.Tasks;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class RunEndingsTest extends AccountOfCarla {

    private static final AlertId ALERT = new AlertId(7);

    @Autowired
    private Runs runs;

    @Autowired
    private RunEndings endings;

    @Autowired
    private RunLists lists;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TaskLists taskLists;

    @Autowired
    private ApplicationEvents published;

    private Run run;

    @BeforeEach
    void aRunOfTwoTasks() {
        run = runs.start(account, given.playWithTasks(2), ALERT, "It is time.", Actor.SYSTEM);
    }

    @Test
    void aRunWhoseTasksAreDoneEndsWithAnOutcomeAndANote() {
        doAll();

        Run finished = endings.finish(run.id(), Outcome.SAVED, " They renewed. ", actor);

        assertThat(finished.state()).isEqualTo(new RunState.Finished(Given.THURSDAY, Outcome.SAVED, "They renewed."));
        assertThat(lists.withId(run.id())).contains(finished);
        assertThat(published.stream(RunFinished.class))
                .containsExactly(new RunFinished(run.id(), account, ALERT, Outcome.SAVED, "They renewed.", actor));
        assertThat(given.audited("run.finished")).singleElement().asString().contains("They renewed.");
    }

    @Test
    void aRunWithOpenTasksDoesNotEnd() {
        tasks.done(firstTask().id(), null, actor);

        assertThatThrownBy(() -> endings.finish(run.id(), Outcome.SAVED, "They renewed.", actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage(
                        "The run \"%s\" of Acme is running, with 1 of its 2 tasks open: do them, or skip them with a reason.",
                        run.playName());
        assertThat(lists.withId(run.id()).orElseThrow().isRunning()).isTrue();
        assertThat(published.stream(RunFinished.class)).isEmpty();
    }

    @Test
    void openTasksAreSkippedWithAReasonInTheSameAction() {
        tasks.done(firstTask().id(), null, actor);

        Run finished = endings.finishSkipping(run.id(), "They left first.", Outcome.LOST, "Cancelled.", actor);

        assertThat(finished.openTasks()).isZero();
        assertThat(taskLists.ofRun(run.id()))
                .extracting(Task::status)
                .containsExactly(TaskStatus.DONE, TaskStatus.SKIPPED);
        assertThat(taskLists.ofRun(run.id()).getLast().note()).isEqualTo("They left first.");
    }

    @Test
    void skippingNeedsAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endings.finishSkipping(run.id(), " ", Outcome.LOST, "Cancelled.", actor))
                .withMessage("The reason is missing: please write it.");
        assertThat(taskLists.ofRun(run.id())).allMatch(Task::isOpen);
    }

    @Test
    void anOutcomeNeedsANote() {
        doAll();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> endings.finish(run.id(), Outcome.SAVED, "", actor))
                .withMessage("The note is missing: please write it.");
    }

    @Test
    void onlyAPersonTellsTheOutcome() {
        doAll();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> endings.finish(run.id(), Outcome.SAVED, "It looks good.", Actor.SYSTEM));
    }

    @Test
    void aRunThatIsFinishedStaysSo() {
        doAll();
        endings.finish(run.id(), Outcome.SAVED, "They renewed.", actor);

        assertThatThrownBy(() -> endings.finish(run.id(), Outcome.LOST, "No.", actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("The run \"%s\" of Acme is finished (Saved) already.", run.playName());
        assertThatThrownBy(() -> endings.cancel(run.id(), "No.", actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("The run \"%s\" of Acme is finished (Saved) already.", run.playName());
    }

    @Test
    void aCancelledRunSkipsItsTasksWithTheReason() {
        Run cancelled = endings.cancel(run.id(), "Started by mistake.", actor);

        assertThat(cancelled.state()).isEqualTo(new RunState.Cancelled(Given.THURSDAY, "Started by mistake."));
        assertThat(taskLists.ofRun(run.id()))
                .allSatisfy(task -> assertThat(task.note()).isEqualTo("Started by mistake."));
        assertThat(published.stream(RunCancelled.class))
                .containsExactly(new RunCancelled(run.id(), account, ALERT, "Started by mistake."));
        assertThatThrownBy(() -> endings.finish(run.id(), Outcome.LOST, "No.", actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("The run \"%s\" of Acme is cancelled (Started by mistake.) already.", run.playName());
    }

    @Test
    void aRunThatIsNotThereCannotEnd() {
        assertThatThrownBy(() -> endings.cancel(new RunId(0), "No.", actor)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void runsWithoutOpenTasksAreListedUntilSomebodyTellsTheOutcome() {
        assertThat(lists.awaitingOutcome()).isEmpty();

        doAll();

        assertThat(lists.awaitingOutcome()).extracting(Run::id).containsExactly(run.id());
        assertThat(lists.awaitingOutcomeOf(csm.id())).extracting(Run::id).containsExactly(run.id());
        assertThat(lists.awaitingOutcomeOf(given.member("Nora", Role.CSM).id())).isEmpty();

        endings.finish(run.id(), Outcome.NO_CHANGE, "Nothing moved.", actor);

        assertThat(lists.awaitingOutcome()).isEmpty();
    }

    private Task firstTask() {
        return taskLists.ofRun(run.id()).getFirst();
    }

    private void doAll() {
        taskLists.ofRun(run.id()).forEach(task -> tasks.done(task.id(), null, actor));
    }
}
