package ews.plays.task;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import ews.plays.play.AssigneeRole;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to do on an account until a day, with the names that lists show beside it.
 *
 * @param run that made it, with the name of its play; {@code null} if a person added the task
 * @param role for whom it is meant
 * @param assignee who has it; {@code null} if nobody
 * @param assigneeActive whether that member still works here
 * @param endedBy who did or skipped it
 * @param note what they wrote, for a skipped task the reason
 */
public record Task(
        TaskId id,
        AccountId account,
        String accountKey,
        String accountName,
        @Nullable RunId run,
        @Nullable String playName,
        String title,
        String detail,
        AssigneeRole role,
        @Nullable MemberId assignee,
        @Nullable String assigneeName,
        boolean assigneeActive,
        TaskStatus status,
        LocalDate due,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String note) {

    public boolean isOpen() {
        return status == TaskStatus.OPEN;
    }

    public boolean isOverdue(LocalDate today) {
        return isOpen() && due.isBefore(today);
    }

    public boolean isDueToday(LocalDate today) {
        return isOpen() && due.equals(today);
    }

    /** Nobody who works here has it, so that somebody has to give it to somebody. */
    public boolean needsOwner() {
        return isOpen() && !assigneeActive;
    }
}
