package ews.plays.task;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import ews.plays.play.AssigneeRole;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task to be made.
 *
 * @param run that makes it, and by which of its steps; both {@code null} if a person adds the task
 * @param assignee who gets it; {@code null} if there is nobody yet
 */
public record NewTask(
        AccountId account,
        @Nullable RunId run,
        @Nullable Integer step,
        String title,
        String detail,
        AssigneeRole role,
        @Nullable MemberId assignee,
        LocalDate due) {}
