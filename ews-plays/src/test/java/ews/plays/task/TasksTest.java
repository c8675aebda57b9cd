package ews.plays.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.play.RunId;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.run.Run;
import ews.plays.run.RunLists;
import ews.plays.run.Runs;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TasksTest extends AccountOfCarla {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

    @Autowired
    private Runs runs;

    @Autowired
    private RunLists runLists;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TaskLists lists;

    @Test
    void aTaskIsDoneWithANote() {
        Task task = add("Call");

        tasks.done(task.id(), " They will renew. ", actor);

        Task done = tasks.withId(task.id()).orElseThrow();
        assertThat(done.status()).isEqualTo(TaskStatus.DONE);
        assertThat(done.note()).isEqualTo("They will renew.");
        assertThat(done.endedBy()).isEqualTo("Carla");
        assertThat(done.endedAt()).isEqualTo(Given.THURSDAY);
        assertThat(given.audited("task.done")).singleElement().asString().contains("They will renew.");
    }

    @Test
    void theNoteOfADoneTaskMayBeMissing() {
        Task task = add("Call");

        tasks.done(task.id(), "", actor);

        assertThat(tasks.withId(task.id()).orElseThrow().note()).isNull();
    }

    @Test
    void aTaskIsNotSkippedWithoutAReason() {
        Task task = add("Call");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tasks.skip(task.id(), "", actor))
                .withMessage("The reason is missing: please write it.");
        assertThat(tasks.withId(task.id())).contains(task);
    }

    @Test
    void aTaskThatHasEndedStaysAsItIs() {
        Task task = add("Call");
        tasks.skip(task.id(), "They called us.", actor);
        String refusal = "The task \"Call\" is skipped already, by Carla.";

        assertThatThrownBy(() -> tasks.done(task.id(), null, actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage(refusal);
        assertThatThrownBy(() -> tasks.skip(task.id(), "Why not.", actor)).hasMessage(refusal);
        assertThatThrownBy(() -> tasks.reschedule(task.id(), TODAY, actor)).hasMessage(refusal);
        assertThatThrownBy(() -> tasks.reassign(task.id(), csm.id(), actor)).hasMessage(refusal);
        assertThat(given.auditedActions()).containsExactly("task.added", "task.skipped");
    }

    @Test
    void theLastTaskOfARunAsksForItsOutcome() {
        Run run = runs.start(account, given.playWithTasks(3), null, "It is time.", actor);
        List<Task> all = lists.ofRun(run.id());

        assertThat(tasks.done(all.get(0).id(), null, actor)).isEmpty();
        assertThat(tasks.skip(all.get(1).id(), "Not needed.", actor)).isEmpty();
        assertThat(runLists.withId(run.id()).orElseThrow().awaitsOutcome()).isFalse();

        assertThat(tasks.done(all.get(2).id(), null, actor)).contains(run.id());
        assertThat(runLists.withId(run.id()).orElseThrow().awaitsOutcome()).isTrue();
    }

    @Test
    void ofTwoPeopleWhoDoTheLastTwoTasksAtOnceOneIsAskedForTheOutcome() throws Exception {
        for (int round = 0; round < 10; round++) {
            AccountId its = given.account("Acme " + round, csm);
            Run run = runs.start(its, given.playWithTasks(2), null, "It is time.", actor);
            var together = new CyclicBarrier(2);
            List<Callable<Optional<RunId>>> both = lists.ofRun(run.id()).stream()
                    .<Callable<Optional<RunId>>>map(task -> () -> {
                        together.await();
                        return tasks.done(task.id(), null, actor);
                    })
                    .toList();

            try (var threads = Executors.newFixedThreadPool(2)) {
                int asked = 0;
                for (Future<Optional<RunId>> one : threads.invokeAll(both)) {
                    asked += one.get().isPresent() ? 1 : 0;
                }
                assertThat(asked).isEqualTo(1);
            }
        }
    }

    @Test
    void aTaskAddedByHandBelongsToNoRun() {
        Task task = tasks.add(account, " Send the cake ", " With candles. ", TODAY, csm.id(), actor);

        assertThat(task.title()).isEqualTo("Send the cake");
        assertThat(task.detail()).isEqualTo("With candles.");
        assertThat(task.run()).isNull();
        assertThat(task.playName()).isNull();
        assertThat(task.accountName()).isEqualTo("Acme");
        assertThat(tasks.done(task.id(), null, actor)).isEmpty();
    }

    @Test
    void aTaskIsNotDueInThePast() {
        Task task = add("Call");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tasks.reschedule(task.id(), TODAY.minusDays(1), actor))
                .withMessage("The due day 2026-11-18 is past: please choose today or a later day.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tasks.add(account, "Call", "", TODAY.minusDays(1), null, actor));
    }

    @Test
    void aTaskGetsAnotherDay() {
        Task task = add("Call");

        assertThat(tasks.reschedule(task.id(), TODAY.plusDays(9), actor).due()).isEqualTo(TODAY.plusDays(9));
        assertThat(given.audited("task.rescheduled")).singleElement().asString().contains("2026-11-19", "2026-11-28");
    }

    @Test
    void aTaskGoesToSomebodyElse() {
        Task task = add("Call");
        Member colleague = given.member("Cora", Role.CSM);

        assertThat(tasks.reassign(task.id(), colleague.id(), actor).assigneeName())
                .isEqualTo("Cora");
        assertThat(lists.openOf(csm.id())).isEmpty();
        assertThat(given.audited("task.reassigned")).singleElement().asString().contains("Carla", "Cora");
    }

    @Test
    void whoIsNotActiveOrAnExecutiveGetsNoTask() {
        Task task = add("Call");
        Member executive = given.member("Eve", Role.EXECUTIVE);
        Member gone = given.member("Gil", Role.CSM);
        given.inactive(gone);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tasks.reassign(task.id(), executive.id(), actor))
                .withMessage("Eve is an executive, who has no tasks: please choose somebody else.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tasks.add(account, "Call", "", TODAY, gone.id(), actor))
                .withMessage("Gil is not active any more: please choose somebody else.");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> tasks.done(new TaskId(0), null, actor))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no task 0");
        assertThatThrownBy(() -> tasks.add(new AccountId(0), "Call", "", TODAY, null, actor))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no account 0");
    }

    private Task add(String title) {
        return tasks.add(account, title, "", TODAY, csm.id(), actor);
    }
}
