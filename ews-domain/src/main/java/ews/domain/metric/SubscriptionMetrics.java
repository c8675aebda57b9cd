package ews.domain.metric;

import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Subscription;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What the account bought, and how much of it is used. */
final class SubscriptionMetrics {

    /** Before the name of a feature, the attribute that holds how much of it an account may use in a window. */
    private static final String QUOTA = "quota.";

    static final List<Metric> UTILIZATION = List.of(
            Metric.usage(
                    "seat_utilization",
                    "Seat utilization",
                    Unit.PERCENT,
                    "Active users as a percentage of the seats that are paid for",
                    (facts, _, window) -> seatUtilization(facts, window)),
            Metric.featureUsage(
                    "quota_utilization",
                    "Quota utilization of",
                    Unit.PERCENT,
                    "The quantity of a feature as a percentage of what the account may use in so many days, which is its"
                            + " attribute quota.<feature>",
                    SubscriptionMetrics::quotaUtilization));

    static final List<Metric> CONTRACT = List.of(
            Metric.state(
                    "seats",
                    "Seats",
                    Unit.NUMBER,
                    "Seats of the subscription",
                    (facts, _, window) -> seats(facts, window.last())),
            Metric.state(
                    "days_to_renewal",
                    "Days to renewal",
                    Unit.DAYS,
                    "Days until the subscription renews; negative when that day has passed",
                    (facts, _, window) -> daysToRenewal(facts, window.last())),
            Metric.state(
                    "tenure",
                    "Tenure",
                    Unit.DAYS,
                    "Days since the account was first seen",
                    (facts, _, window) ->
                            OptionalDouble.of(Math.max(0, ChronoUnit.DAYS.between(facts.firstSeen(), window.last())))));

    private SubscriptionMetrics() {}

    private static OptionalDouble seats(AccountFacts facts, LocalDate asOf) {
        Subscription subscription = facts.subscription(asOf).orElse(null);
        return subscription == null || subscription.seats() == null || subscription.seats() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(subscription.seats());
    }

    private static OptionalDouble seatUtilization(AccountFacts facts, Days window) {
        OptionalDouble seats = seats(facts, window.last());
        OptionalDouble active = Metrics.named("active_users").function().measure(facts, null, window);
        return seats.isEmpty() || active.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * active.getAsDouble() / seats.getAsDouble());
    }

    private static OptionalDouble quotaUtilization(AccountFacts facts, @Nullable String feature, Days window) {
        String name = Objects.requireNonNull(feature);
        OptionalDouble quota = AttributeMetrics.number(facts, QUOTA + name, window.last());
        OptionalDouble used = Metrics.named("feature_quantity").function().measure(facts, name, window);
        return quota.isEmpty() || quota.getAsDouble() <= 0 || used.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * used.getAsDouble() / quota.getAsDouble());
    }

    private static OptionalDouble daysToRenewal(AccountFacts facts, LocalDate asOf) {
        Subscription subscription = facts.subscription(asOf).orElse(null);
        return subscription == null || subscription.renewal() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(ChronoUnit.DAYS.between(asOf, subscription.renewal()));
    }
}
