package ews.plays.listener;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.alert.AlertId;
import ews.domain.alert.AlertRaised;
import ews.domain.alert.AlertResolved;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.play.Outcome;
import ews.domain.play.RunStarted;
import ews.domain.time.DayHasPassed;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.run.Run;
import ews.plays.run.RunEndings;
import ews.plays.run.RunLists;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionOperations;

@RecordApplicationEvents
class EventsTest extends AccountOfCarla {

    private static final AlertId ALERT = new AlertId(7);

    @Autowired
    private Plays plays;

    @Autowired
    private RunLists runs;

    @Autowired
    private RunEndings endings;

    @Autowired
    private TaskLists tasks;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private ApplicationEvents published;

    @Test
    void anAlertStartsItsPlayForTheCsm() {
        Play play = given.playWithTasks(2);

        publish(raised(play.key()));

        Run run = runs.ofAlert(account, ALERT).orElseThrow();
        assertThat(run.playName()).isEqualTo(play.name());
        assertThat(run.owner()).isEqualTo(csm.id());
        assertThat(run.reason()).isEqualTo("20 % fewer users");
        assertThat(run.startedBy()).isEqualTo("EWS");
        assertThat(tasks.openOf(csm.id())).extracting(Task::title).containsExactly("Task 1", "Task 2");
        assertThat(published.stream(RunStarted.class))
                .containsExactly(new RunStarted(run.id(), account, ALERT, play.key()));
    }

    @Test
    void theSameAlertTwiceStartsOneRun() {
        Play play = given.playWithTasks(2);

        publish(raised(play.key()));
        publish(raised(play.key()));

        assertThat(runs.ofAccount(account)).hasSize(1);
        assertThat(tasks.ofAccount(account)).hasSize(2);
        assertThat(published.stream(RunStarted.class)).hasSize(1);
    }

    @Test
    void anotherAlertDoesNotStartAPlayThatRunsAlready() {
        Play play = given.playWithTasks(2);

        publish(raised(play.key()));
        publish(new AlertRaised(new AlertId(8), account, "usage-off-rhythm", "Off its rhythm", play.key()));

        assertThat(runs.ofAccount(account)).extracting(Run::alert).containsExactly(ALERT);
        assertThat(given.audited("run.not_started"))
                .singleElement()
                .asString()
                .contains("the play runs already because of alert 7");
    }

    @Test
    void whenItsRunIsOverTheNextAlertStartsThePlayAgain() {
        Play play = given.playWithTasks(1);
        publish(raised(play.key()));
        endings.cancel(runs.ofAccount(account).getFirst().id(), "Wrong play", Actor.of(csm));

        publish(new AlertRaised(new AlertId(8), account, "usage-off-rhythm", "Off its rhythm", play.key()));

        assertThat(runs.ofAccount(account)).extracting(Run::alert).contains(new AlertId(8));
    }

    @Test
    void theSameAlertOnManyInstancesAtOnceStartsOneRun() throws Exception {
        Play play = given.playWithTasks(2);
        int instances = 8;
        var together = new CyclicBarrier(instances);

        try (var threads = Executors.newFixedThreadPool(instances)) {
            List<Callable<Boolean>> all = IntStream.range(0, instances)
                    .<Callable<Boolean>>mapToObj(_ -> () -> {
                        together.await();
                        publish(raised(play.key()));
                        return true;
                    })
                    .toList();
            for (var one : threads.invokeAll(all)) {
                assertThat(one.get()).isTrue();
            }
        }

        assertThat(runs.ofAccount(account)).hasSize(1);
        assertThat(tasks.ofAccount(account)).hasSize(2);
        assertThat(given.audited("run.started")).hasSize(1);
    }

    @Test
    void anAlertWithoutAPlayStartsNothing() {
        publish(raised(null));

        assertThat(runs.ofAccount(account)).isEmpty();
    }

    @Test
    void anAlertOfAPlayThatIsSwitchedOffStartsNothingAndTheAuditLogSaysSo() {
        Play play = given.playWithTasks(1);
        plays.disable(play.key(), Actor.SYSTEM);

        publish(raised(play.key()));

        assertThat(runs.ofAccount(account)).isEmpty();
        assertThat(given.audited("run.not_started")).singleElement().asString().contains("the play is switched off");
    }

    @Test
    void anAlertOfAPlayThatIsNotThereStartsNothingAndTheAuditLogSaysSo() {
        publish(raised("no-such-play"));

        assertThat(given.audited("run.not_started")).singleElement().asString().contains("there is no such play");
    }

    @Test
    void anAlertOfAnAccountThatIsGoneIsLeftAlone() {
        Play play = given.playWithTasks(1);

        publish(new AlertRaised(
                ALERT, new AccountId(account.value() + 1_000), "decline", "20 % fewer users", play.key()));

        assertThat(given.auditedActions()).doesNotContain("run.started", "run.not_started");
    }

    @Test
    void aRunGoesOnWhenItsAlertResolvesByItselfAndSaysSo() {
        publish(raised(given.playWithTasks(2).key()));
        given.clock().tick(Duration.ofDays(3));

        publish(resolved());
        given.clock().tick(Duration.ofDays(1));
        publish(resolved());

        Run run = runs.ofAlert(account, ALERT).orElseThrow();
        assertThat(run.isRunning()).isTrue();
        assertThat(run.alertResolvedAt()).isEqualTo(Given.THURSDAY.plus(Duration.ofDays(3)));
        assertThat(run.openTasks()).isEqualTo(2);
    }

    @Test
    void aRunThatHasEndedIsNotTouchedByItsAlert() {
        publish(raised(given.playWithTasks(1).key()));
        Run run = runs.ofAlert(account, ALERT).orElseThrow();
        endings.finishSkipping(run.id(), "Not needed.", Outcome.IMPROVED, "They are back.", Actor.of(csm));

        publish(resolved());

        assertThat(runs.withId(run.id()).orElseThrow().alertResolvedAt()).isNull();
    }

    @Test
    void workFollowsTheAccountWhenItsCsmWasChangedElsewhere() {
        publish(raised(given.playWithTasks(2).key()));
        Member next = given.member("Nora", Role.CSM);
        accounts.assign(account, next.id());

        publish(new DayHasPassed(LocalDate.of(2026, 11, 18)));
        publish(new DayHasPassed(LocalDate.of(2026, 11, 18)));

        assertThat(tasks.openOf(next.id())).hasSize(2);
        assertThat(runs.ofAlert(account, ALERT).orElseThrow().owner()).isEqualTo(next.id());
        assertThat(given.audited("account.work_moved")).hasSize(1);
    }

    private AlertRaised raised(@Nullable String play) {
        return new AlertRaised(ALERT, account, "decline", "20 % fewer users", play);
    }

    private AlertResolved resolved() {
        return new AlertResolved(ALERT, account, "decline");
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(_ -> events.publishEvent(event));
    }
}
