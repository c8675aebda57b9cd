package ews.plays.getwell;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A private link to a plan, without its token.
 *
 * @param opens how often the plan was opened with it
 */
public record PlanLink(
        long id,
        String author,
        Instant createdAt,
        Instant expires,
        @Nullable Instant revokedAt,
        int opens,
        @Nullable Instant lastOpenedAt) {

    public boolean works(Instant now) {
        return revokedAt == null && now.isBefore(expires);
    }
}
