package ews.domain.metric;

import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.fact.Subscription;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;

/** What the account bought, and how much of it is used. */
final class SubscriptionMetrics {

    static final List<Metric> ALL = List.of(
            new Metric(
                    "seat_utilization",
                    "Seat utilization",
                    Unit.PERCENT,
                    "Active users as a percentage of the seats that are paid for",
                    true,
                    false,
                    true,
                    (facts, _, days, asOf) -> seatUtilization(facts, days, asOf)),
            new Metric(
                    "seats",
                    "Seats",
                    Unit.NUMBER,
                    "Seats of the subscription",
                    false,
                    false,
                    false,
                    (facts, _, _, asOf) -> seats(facts, asOf)),
            new Metric(
                    "days_to_renewal",
                    "Days to renewal",
                    Unit.DAYS,
                    "Days until the subscription renews; negative when that day has passed",
                    false,
                    false,
                    false,
                    (facts, _, _, asOf) -> daysToRenewal(facts, asOf)),
            new Metric(
                    "tenure",
                    "Tenure",
                    Unit.DAYS,
                    "Days since the account was first seen",
                    false,
                    false,
                    false,
                    (facts, _, _, asOf) ->
                            OptionalDouble.of(Math.max(0, ChronoUnit.DAYS.between(facts.firstSeen(), asOf)))));

    private SubscriptionMetrics() {}

    private static OptionalDouble seats(AccountFacts facts, LocalDate asOf) {
        Subscription subscription = facts.subscription(asOf).orElse(null);
        return subscription == null || subscription.seats() == null || subscription.seats() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(subscription.seats());
    }

    private static OptionalDouble seatUtilization(AccountFacts facts, int days, LocalDate asOf) {
        OptionalDouble seats = seats(facts, asOf);
        OptionalDouble active = Metrics.named("active_users").function().measure(facts, null, days, asOf);
        return seats.isEmpty() || active.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * facts.usage().activeUsers(Days.endingWith(asOf, days)) / seats.getAsDouble());
    }

    private static OptionalDouble daysToRenewal(AccountFacts facts, LocalDate asOf) {
        Subscription subscription = facts.subscription(asOf).orElse(null);
        return subscription == null || subscription.renewal() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(ChronoUnit.DAYS.between(asOf, subscription.renewal()));
    }
}
