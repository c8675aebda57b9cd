package ews.detection.inbox;

import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How new alerts reach people.
 *
 * @param budget how many new alerts a CSM has in the inbox at most, 1 to {@value #MOST}; the others wait in the digest.
 *     {@code null} if there is no limit
 * @param quietHours {@code null} if there are none
 */
public record InboxPolicy(
        @Nullable Integer budget, @Nullable QuietHours quietHours) {

    public static final int MOST = 500;

    /** @throws IllegalArgumentException if the budget is another number */
    public InboxPolicy {
        if (budget != null && (budget < 1 || budget > MOST)) {
            throw new IllegalArgumentException("A budget is a whole number from 1 to %d".formatted(MOST));
        }
    }

    /** When the quiet hours end in which this moment lies; empty if it lies in none. */
    public Optional<ZonedDateTime> quietUntil(ZonedDateTime moment) {
        return Optional.ofNullable(quietHours).flatMap(it -> it.endAfter(moment));
    }
}
