package ews.plays.followup;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.plays.task.TaskId;
import java.time.LocalDate;

/**
 * A task has been overdue for so long that somebody is to be told. Told once for each step and due day.
 *
 * @param told the assignee, or the manager to whom it is escalated
 */
public record TaskOverdue(Step step, TaskId task, AccountId account, LocalDate due, MemberId told) {

    /** How far it has come. */
    public enum Step {
        REMINDER,
        ESCALATION
    }
}
