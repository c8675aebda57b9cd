package ews.plays.getwell;

import ews.domain.member.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does by a day.
 *
 * @param member who does it on our side; {@code null} if it is the customer's step, or the member is gone
 * @param contact who does it on the customer's side, by name; {@code null} if it is ours
 * @param doneAt {@code null} while it is open
 */
public record PlanStep(
        long id,
        String title,
        @Nullable MemberId member,
        @Nullable String memberName,
        @Nullable String contact,
        LocalDate due,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {

    public boolean isOpen() {
        return doneAt == null;
    }

    public boolean isOverdue(LocalDate today) {
        return isOpen() && due.isBefore(today);
    }

    /** Whether it is on our side. */
    public boolean isOurs() {
        return contact == null;
    }

    /** Who does it, by name. */
    public String owner() {
        return contact != null ? contact : memberName != null ? memberName : "Nobody yet";
    }
}
