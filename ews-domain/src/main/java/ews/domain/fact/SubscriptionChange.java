package ews.domain.fact;

import ews.domain.event.Money;
import ews.domain.event.SubscriptionStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one subscription event said; {@code null} means unchanged. */
public record SubscriptionChange(
        Instant at,
        LocalDate day,
        long key,
        @Nullable SubscriptionStatus status,
        @Nullable String plan,
        @Nullable Integer seats,
        @Nullable Money annualValue,
        @Nullable LocalDate renewal)
        implements Change {}
