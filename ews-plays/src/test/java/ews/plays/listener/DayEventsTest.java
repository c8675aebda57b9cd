package ews.plays.listener;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.time.DayHasPassed;
import ews.plays.AccountOfCarla;
import ews.plays.play.Assignee;
import ews.plays.play.Due;
import ews.plays.play.Due.Unit;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Wait;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class DayEventsTest extends AccountOfCarla {

    @Autowired
    private Runs runs;

    @Autowired
    private TaskLists taskLists;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    /** The work of the day changes the run twice: once for its new owner, and once to take its next steps. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aRunWhoseAccountGotAnotherCsmElsewhereGoesOnAllTheSame() {
        Run run = runs.start(account, given.play(task("Call"), days(5), task("Write")), null, "They asked", actor);
        Member ben = given.member("Ben", Role.CSM);
        jdbc.sql("update account set csm_id = :ben where id = :account")
                .param("ben", ben.id().value())
                .param("account", account.value())
                .update();

        given.clock().tick(Duration.ofDays(5));
        var day = new DayHasPassed(
                LocalDate.ofInstant(given.clock().instant(), ZoneOffset.UTC).minusDays(1));
        transaction.executeWithoutResult(_ -> events.publishEvent(day));

        assertThat(taskLists.ofRun(run.id())).extracting(Task::title).containsExactly("Call", "Write");
        assertThat(taskLists.ofRun(run.id())).extracting(Task::assignee).containsOnly(ben.id());
    }

    private static TaskStep task(String title) {
        return new TaskStep(title, "How to do it.", new Due(2, Unit.WORKING_DAYS, Due.From.START), Assignee.CSM);
    }

    private static WaitStep days(int days) {
        return new WaitStep(new Wait.Time(days, Unit.CALENDAR_DAYS));
    }
}
