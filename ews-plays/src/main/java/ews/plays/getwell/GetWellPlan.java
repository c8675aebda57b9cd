package ews.plays.getwell;

import ews.domain.account.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we and a customer do together to get the account back on track.
 *
 * @param rootCause why the account is not well, in our own words; the customer does not see them
 * @param agreedAt {@code null} while it is a draft, and where it never was agreed
 * @param endedAt {@code null} while it is under way
 * @param endReason why it was given up
 */
public record GetWellPlan(
        PlanId id,
        AccountId account,
        PlanStatus status,
        String rootCause,
        String author,
        Instant createdAt,
        @Nullable Instant agreedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endReason,
        List<Objective> objectives,
        List<PlanStep> steps) {

    public long stepsDone() {
        return steps.stream().filter(step -> !step.isOpen()).count();
    }
}
