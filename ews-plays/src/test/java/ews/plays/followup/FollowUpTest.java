package ews.plays.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.time.WorkingDays;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.followup.OverdueLists.Escalated;
import ews.plays.followup.TaskOverdue.Step;
import ews.plays.task.Task;
import ews.plays.task.Tasks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class FollowUpTest extends AccountOfCarla {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);

    @Autowired
    private FollowUp followUp;

    @Autowired
    private EscalationPolicies policies;

    @Autowired
    private OverdueLists overdue;

    @Autowired
    private Tasks tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private Member manager;
    private Task task;

    @BeforeEach
    void aTaskOfCarlaThatIsDueOnThursday() {
        manager = given.member("Max", Role.MANAGER);
        task = tasks.add(account, "Call", "", THURSDAY, csm.id(), actor);
    }

    private void checkAfterDays(int days) {
        given.clock().set(Given.THURSDAY.plus(Duration.ofDays(days)));
        followUp.check();
    }

    private List<TaskOverdue> told() {
        return events.stream(TaskOverdue.class).toList();
    }

    @Test
    void whoHasATaskIsRemindedOneWorkingDayAfterItWasDue() {
        followUp.check();
        assertThat(told()).as("on the day itself").isEmpty();

        checkAfterDays(1);

        assertThat(told()).containsExactly(new TaskOverdue(Step.REMINDER, task.id(), account, THURSDAY, csm.id()));
        assertThat(given.audited("task.reminded")).containsExactly("{\"to\": \"Carla\", \"due\": \"2026-11-19\"}");
    }

    @Test
    void aManagerHearsOfItThreeWorkingDaysAfterItWasDueAndWeekendsDoNotCount() {
        checkAfterDays(1);
        checkAfterDays(4); // Monday, the second working day after it
        assertThat(overdue.escalated(10)).isEmpty();

        checkAfterDays(5);

        assertThat(overdue.escalated(10)).singleElement().satisfies(it -> {
            assertThat(it.task()).isEqualTo(task.id());
            assertThat(it.assignee()).isEqualTo("Carla");
            assertThat(it.to()).isEqualTo(manager.id());
            assertThat(it.on()).isEqualTo(THURSDAY.plusDays(5));
        });
        assertThat(told()).extracting(TaskOverdue::step).containsExactly(Step.REMINDER, Step.ESCALATION);
        assertThat(given.audited("task.escalated")).hasSize(1);
    }

    @Test
    void holidaysDoNotCount() {
        jdbc.sql("insert into holiday values ('2026-11-20', 'Feast')").update();

        checkAfterDays(1);
        assertThat(told()).isEmpty();

        checkAfterDays(4);
        assertThat(told()).hasSize(1);
    }

    @Test
    void nobodyIsToldTwice() throws Exception {
        given.clock().tick(Duration.ofDays(20));

        try (var instances = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> all = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(_ -> () -> {
                        followUp.check();
                        return true;
                    })
                    .toList();
            for (var one : instances.invokeAll(all)) {
                assertThat(one.get()).isTrue();
            }
        }
        followUp.check();

        assertThat(given.audited("task.reminded")).hasSize(1);
        assertThat(given.audited("task.escalated")).hasSize(1);
    }

    @Test
    void whatIsDoneIsNotTold() {
        tasks.done(task.id(), null, actor);

        checkAfterDays(20);

        assertThat(told()).isEmpty();
    }

    @Test
    void anotherDueDayEndsTheEscalationAndBeginsAnew() {
        checkAfterDays(5);
        tasks.reschedule(task.id(), THURSDAY.plusDays(6), actor);
        assertThat(overdue.escalated(10)).isEmpty();

        checkAfterDays(20);

        assertThat(overdue.escalated(10)).extracting(Escalated::due).containsExactly(THURSDAY.plusDays(6));
        assertThat(given.audited("task.escalated")).hasSize(2);
    }

    @Test
    void aManagersOwnTaskIsEscalatedToSomebodyElse() {
        Member admin = given.member("Ada", Role.ADMIN);
        tasks.reassign(task.id(), manager.id(), Actor.SYSTEM);

        checkAfterDays(5);

        assertThat(overdue.escalated(10)).extracting(Escalated::to).containsExactly(admin.id());
    }

    @Test
    void whatAManagerHadWhoLeftIsEscalatedToAnother() {
        checkAfterDays(5);
        Member next = given.member("Nora", Role.MANAGER);
        given.inactive(manager);

        checkAfterDays(6);

        assertThat(overdue.escalated(10)).extracting(Escalated::to).containsExactly(next.id());
    }

    @Test
    void whereNobodyLeadsItIsOverdueAndNotEscalated() {
        given.inactive(manager);

        checkAfterDays(20);

        assertThat(overdue.countEscalated()).isZero();
        assertThat(overdue.byMember()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("Carla");
            assertThat(it.tasks()).isEqualTo(1);
            assertThat(it.oldest()).isEqualTo(THURSDAY);
            assertThat(it.reminded()).isEqualTo(1);
            assertThat(it.escalated()).isZero();
        });
    }

    @Test
    void managersOfTheSampleCompanyHearNothingOfRealAccounts() {
        given.sample(manager);

        checkAfterDays(20);

        assertThat(overdue.countEscalated()).isZero();
    }

    @Test
    void thePolicyIsChangedOnceAndForAllThatWasNotToldYet() {
        policies.change(new EscalationPolicy(2, 10, 5), actor);
        policies.change(new EscalationPolicy(2, 10, 5), actor);

        checkAfterDays(1);
        assertThat(told()).isEmpty();
        checkAfterDays(5);

        assertThat(told()).extracting(TaskOverdue::step).containsExactly(Step.REMINDER);
        assertThat(given.audited("escalation.changed")).hasSize(1);
        assertThatThrownBy(() -> new EscalationPolicy(3, 3, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A manager is told later than the assignee is reminded");
    }

    @Test
    void daysAreCountedBackOverWeekends() {
        WorkingDays calendar = WorkingDays.MONDAY_TO_FRIDAY;

        assertThat(DueDays.atLatest(THURSDAY, 1, calendar)).isEqualTo(THURSDAY.minusDays(1));
        assertThat(DueDays.atLatest(THURSDAY.plusDays(4), 1, calendar)).isEqualTo(THURSDAY.plusDays(3));
        assertThat(DueDays.atLatest(THURSDAY.plusDays(3), 1, calendar)).isEqualTo(THURSDAY);
        assertThat(DueDays.atLatest(THURSDAY.plusDays(5), 3, calendar)).isEqualTo(THURSDAY);
    }
}
