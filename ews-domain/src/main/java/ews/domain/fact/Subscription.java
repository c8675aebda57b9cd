package ews.domain.fact;

import ews.domain.event.Money;
import ews.domain.event.SubscriptionStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The subscription as it stood at the end of a day. */
public record Subscription(
        SubscriptionStatus status,
        @Nullable String plan,
        @Nullable Integer seats,
        @Nullable Money annualValue,
        @Nullable LocalDate renewal,
        LocalDate started,
        @Nullable LocalDate cancelled) {

    /** {@code changes} are in time. Empty before the first of them. */
    public static Optional<Subscription> asOf(List<SubscriptionChange> changes, LocalDate asOf) {
        Subscription current = null;
        for (SubscriptionChange change : Change.upTo(changes, asOf)) {
            current = with(current, change);
        }
        return Optional.ofNullable(current);
    }

    private static Subscription with(@Nullable Subscription before, SubscriptionChange change) {
        SubscriptionStatus status =
                change.status() != null ? change.status() : before != null ? before.status : SubscriptionStatus.ACTIVE;
        LocalDate cancelled = status != SubscriptionStatus.CANCELLED
                ? null
                : before != null && before.cancelled != null ? before.cancelled : change.day();
        return new Subscription(
                status,
                change.plan() == null && before != null ? before.plan : change.plan(),
                change.seats() == null && before != null ? before.seats : change.seats(),
                change.annualValue() == null && before != null ? before.annualValue : change.annualValue(),
                change.renewal() == null && before != null ? before.renewal : change.renewal(),
                before == null ? change.day() : before.started,
                cancelled);
    }
}
