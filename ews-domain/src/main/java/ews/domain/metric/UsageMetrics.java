package ews.domain.metric;

import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the product is used. All of them have no value before the account's first usage event; after it, a day without
 * events is a day without usage.
 */
final class UsageMetrics {

    /** What usage events that tell of a login are called. */
    private static final Set<String> LOGINS = Set.of("login", "logged_in", "signed_in", "session.started");

    static final List<Metric> ALL = List.of(
            Metric.usage(
                    "active_users",
                    "Active users",
                    Unit.USERS,
                    "Different users with at least one usage event",
                    whenUsed((facts, _, window) -> facts.usage().activeUsers(window))),
            Metric.usage(
                    "logins",
                    "Logins",
                    Unit.EVENTS,
                    "Usage events that are called login, logged_in, signed_in or session.started",
                    whenUsed((facts, _, window) -> LOGINS.stream()
                            .mapToLong(name -> facts.usage().events(name, window))
                            .sum())),
            Metric.usage(
                    "active_days",
                    "Active days",
                    Unit.DAYS,
                    "Days with at least one usage event",
                    whenUsed((facts, _, window) -> facts.usage().activeDays(window))),
            Metric.usage(
                    "usage_events",
                    "Usage events",
                    Unit.EVENTS,
                    "Usage events of all features",
                    whenUsed((facts, _, window) -> facts.usage().events(window))),
            Metric.usage(
                    "events_per_user",
                    "Usage events a user",
                    Unit.EVENTS,
                    "Usage events of all features, divided by the active users; how intensely the product is used",
                    (facts, _, window) -> eventsPerUser(facts, window)),
            Metric.featureUsage(
                    "feature_events",
                    "Uses of",
                    Unit.EVENTS,
                    "Usage events of one feature, or with a star of all whose names begin so: report*; every name that a"
                            + " usage event gives is a feature",
                    whenUsed((facts, feature, window) -> facts.usage().events(name(feature), window))),
            Metric.featureUsage(
                    "feature_quantity",
                    "Quantity of",
                    Unit.NUMBER,
                    "The sum of the quantities of one feature's events, or with a star of all whose names begin so: storage*",
                    whenUsed((facts, feature, window) -> facts.usage().quantity(name(feature), window))),
            Metric.usage(
                    "features_used",
                    "Features used",
                    Unit.FEATURES,
                    "Different features with at least one event",
                    whenUsed(
                            (facts, _, window) -> facts.usage().features(window).size())),
            Metric.usage(
                    "new_users",
                    "New users",
                    Unit.USERS,
                    "Users whose first usage ever falls into the window",
                    whenUsed((facts, _, window) -> facts.newUsers(window))),
            new Metric(
                    "days_since_usage",
                    "Days since last usage",
                    Unit.DAYS,
                    "Days since the last usage event of any user; the longest silence that is told is 360 days",
                    false,
                    true,
                    Metric.Subject.NOTHING,
                    (facts, _, window) -> daysSinceUsage(facts, window.last())));

    private UsageMetrics() {}

    private interface InWindow {
        double measure(AccountFacts facts, @Nullable String feature, Days window);
    }

    private static Metric.Function whenUsed(InWindow value) {
        return (facts, feature, window) -> wasUsed(facts, window.last())
                ? OptionalDouble.of(value.measure(facts, feature, window))
                : OptionalDouble.empty();
    }

    private static String name(@Nullable String feature) {
        return Objects.requireNonNull(feature);
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

    private static OptionalDouble eventsPerUser(AccountFacts facts, Days window) {
        int users = facts.usage().activeUsers(window);
        return users == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) facts.usage().events(window) / users);
    }

    /** Usage before the days that were read is told as the longest silence, however far back they reach. */
    private static OptionalDouble daysSinceUsage(AccountFacts facts, LocalDate asOf) {
        long longest = Measurement.LONGEST_SILENCE;
        long days = facts.usage()
                .lastDay(asOf)
                .map(last -> Math.min(longest, ChronoUnit.DAYS.between(last, asOf)))
                .orElse(longest);
        return wasUsed(facts, asOf) ? OptionalDouble.of(days) : OptionalDouble.empty();
    }
}
