package ews.plays.listener;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.member.Role;
import ews.domain.time.DayHasPassed;
import ews.plays.AccountOfCarla;
import ews.plays.followup.FollowUp;
import ews.plays.notice.Notice;
import ews.plays.notice.Notices;
import ews.plays.play.Assignee;
import ews.plays.play.Due;
import ews.plays.play.Due.Unit;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Wait;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** EWS is stopped on Thursday, 19 November 2026, and started on Friday, 19 November 2027. */
class YearOffTest extends AccountOfCarla {

    private static final LocalDate STOPPED = LocalDate.of(2026, 11, 19);

    @Autowired
    private Notices notices;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TaskLists taskLists;

    @Autowired
    private Runs runs;

    @Autowired
    private FollowUp followUp;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transaction;

    private Member manager;

    @BeforeEach
    void aManager() {
        manager = given.member("Max", Role.MANAGER);
    }

    @Test
    void whatFellDueIsToldOfOnceAndOnlyTheLastWeekIsSummedUp() {
        tasks.add(account, "Send the offer", "", STOPPED.plusDays(4), csm.id(), actor);

        aYearPasses();

        assertThat(toldTo(csm.id())).containsExactly("Acme: Send the offer was due on 23 Nov 2026");
        assertThat(toldTo(manager.id()))
                .containsExactly(
                        "Last week 0 tasks were done and 0 runs ended, 0 of them well."
                                + " Now 1 task is overdue, 0 escalated, and 0 things are left lying.",
                        "Acme: Send the offer was due on 23 Nov 2026; Carla has it");
    }

    @Test
    void aRunGoesOnToItsNextWaitAndNoFurther() {
        Run run = runs.start(
                account, given.play(days(5), task("Call"), days(5), task("Write")), null, "They asked", actor);

        aYearPasses();

        assertThat(taskLists.ofRun(run.id())).singleElement().satisfies(it -> {
            assertThat(it.title()).isEqualTo("Call");
            assertThat(it.due())
                    .as("two working days after the wait, which is over today")
                    .isEqualTo(LocalDate.of(2027, 11, 23));
        });
        assertThat(toldTo(csm.id())).containsExactly("Acme: Call");
    }

    private static TaskStep task(String title) {
        return new TaskStep(
                title, "How to do it.", new Due(2, Unit.WORKING_DAYS, Due.From.PREVIOUS_STEP), Assignee.CSM);
    }

    private static WaitStep days(int days) {
        return new WaitStep(new Wait.Time(days, Unit.CALENDAR_DAYS));
    }

    private void aYearPasses() {
        given.clock().tick(Duration.ofDays(365));
        var year = new DayHasPassed(STOPPED.plusDays(364), STOPPED);
        transaction.executeWithoutResult(_ -> events.publishEvent(year));
        followUp.check();
        followUp.check();
    }

    private List<String> toldTo(MemberId member) {
        return notices.newest(member, 100).reversed().stream().map(Notice::line).toList();
    }
}
