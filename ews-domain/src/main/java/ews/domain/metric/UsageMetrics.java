package ews.domain.metric;

import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How the product is used. All of them have no value before the account's first usage event; after it, a day without
 * events is a day without usage. Comparisons use whole days only: their windows end the day before.
 */
final class UsageMetrics {

    static final List<Metric> ALL = List.of(
            new Metric(
                    "active_users",
                    "Active users",
                    Unit.USERS,
                    "Different users with at least one usage event",
                    true,
                    false,
                    true,
                    whenUsed((facts, _, window) -> facts.usage().activeUsers(window))),
            new Metric(
                    "active_users_change",
                    "Active users, of the period before",
                    Unit.PERCENT,
                    "Active users as a percentage of those in the period of the same length before; 100 % is no change",
                    true,
                    false,
                    true,
                    (facts, _, days, asOf) -> percentOfBefore(
                            facts, days, asOf, window -> facts.usage().activeUsers(window))),
            new Metric(
                    "active_days",
                    "Active days",
                    Unit.DAYS,
                    "Days with at least one usage event",
                    true,
                    false,
                    true,
                    whenUsed((facts, _, window) -> facts.usage().activeDays(window))),
            new Metric(
                    "usage_events",
                    "Usage events",
                    Unit.EVENTS,
                    "Usage events of all features",
                    true,
                    false,
                    true,
                    whenUsed((facts, _, window) -> facts.usage().events(window))),
            new Metric(
                    "usage_change",
                    "Usage, of the period before",
                    Unit.PERCENT,
                    "Usage events as a percentage of those in the period of the same length before; 100 % is no change",
                    true,
                    false,
                    true,
                    (facts, _, days, asOf) -> percentOfBefore(
                            facts, days, asOf, window -> facts.usage().events(window))),
            new Metric(
                    "feature_events",
                    "Uses of",
                    Unit.EVENTS,
                    "Usage events of one feature",
                    true,
                    true,
                    true,
                    whenUsed(
                            (facts, feature, window) -> facts.usage().events(Objects.requireNonNull(feature), window))),
            new Metric(
                    "feature_quantity",
                    "Quantity of",
                    Unit.NUMBER,
                    "The sum of the quantities of one feature's events",
                    true,
                    true,
                    true,
                    whenUsed((facts, feature, window) ->
                            facts.usage().quantity(Objects.requireNonNull(feature), window))),
            new Metric(
                    "features_used",
                    "Features used",
                    Unit.FEATURES,
                    "Different features with at least one event",
                    true,
                    false,
                    true,
                    whenUsed(
                            (facts, _, window) -> facts.usage().features(window).size())),
            new Metric(
                    "new_users",
                    "New users",
                    Unit.USERS,
                    "Users whose first usage ever falls into the window",
                    true,
                    false,
                    true,
                    whenUsed((facts, _, window) -> facts.newUsers(window))),
            new Metric(
                    "days_since_usage",
                    "Days since last usage",
                    Unit.DAYS,
                    "Days since the last usage event of any user; the longest silence that is told is 360 days",
                    false,
                    false,
                    true,
                    (facts, _, _, asOf) -> daysSinceUsage(facts, asOf)));

    private UsageMetrics() {}

    private interface InWindow {
        double measure(AccountFacts facts, @Nullable String feature, Days window);
    }

    private static Metric.Function whenUsed(InWindow value) {
        return (facts, feature, days, asOf) -> wasUsed(facts, asOf)
                ? OptionalDouble.of(value.measure(facts, feature, Days.endingWith(asOf, days)))
                : OptionalDouble.empty();
    }

    /** Usage may be older than the days that were read; the first days of features reach all the way back. */
    private static boolean wasUsed(AccountFacts facts, LocalDate asOf) {
        for (LocalDate first : facts.featureFirstDays().values()) {
            if (!first.isAfter(asOf)) {
                return true;
            }
        }
        return false;
    }

    /** Usage before the days that were read is told as the longest silence, however far back they reach. */
    private static OptionalDouble daysSinceUsage(AccountFacts facts, LocalDate asOf) {
        long longest = 2L * Measurement.LONGEST;
        long days = facts.usage()
                .lastDay(asOf)
                .map(last -> Math.min(longest, ChronoUnit.DAYS.between(last, asOf)))
                .orElse(longest);
        return wasUsed(facts, asOf) ? OptionalDouble.of(days) : OptionalDouble.empty();
    }

    /**
     * Empty where the account was not yet in use for the whole of both periods, or comes back from a period of silence;
     * silence after silence is 0 %, since nothing is better than it was.
     */
    private static OptionalDouble percentOfBefore(
            AccountFacts facts, int days, LocalDate asOf, ToDoubleFunction<Days> value) {
        Days window = Days.endingWith(asOf.minusDays(1), days);
        Days before = window.before();
        if (!wasUsed(facts, before.first())) {
            return OptionalDouble.empty();
        }
        double now = value.applyAsDouble(window);
        double then = value.applyAsDouble(before);
        return then > 0 ? OptionalDouble.of(100 * now / then) : now > 0 ? OptionalDouble.empty() : OptionalDouble.of(0);
    }
}
