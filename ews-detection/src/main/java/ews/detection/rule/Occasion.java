package ews.detection.rule;

import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.metric.Metrics;
import ews.domain.score.HealthScore;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.Points;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What rules judge: the facts of an account and its score as of a day.
 *
 * @param segment the key of the segment that the account belongs to
 * @param before the score before this one; {@code null} if this is the first
 * @param past scores of earlier days, of those that a rule asks for; none of days without one
 */
public record Occasion(
        AccountFacts facts,
        String segment,
        @Nullable HealthScore before,
        HealthScore score,
        Map<LocalDate, Points> past,
        LocalDate asOf) {

    /** The score of an earlier day. */
    Optional<Points> scoreOn(LocalDate day) {
        return Optional.ofNullable(past.get(day));
    }

    /** The {@code count} days up to and including today, of which the last is not over. */
    Days lately(int count) {
        return Days.endingWith(asOf, count);
    }

    /** The {@code count} whole days that end yesterday, for comparisons. */
    Days wholeDays(int count) {
        return Days.endingWith(asOf.minusDays(1), count);
    }

    /** The first day on which the account used the product; empty if it never did. */
    Optional<LocalDate> inUseSince() {
        return facts.featureFirstDays().values().stream()
                .filter(day -> !day.isAfter(asOf))
                .min(Comparator.naturalOrder());
    }

    /** Whether the account used the product on {@code day} or before. */
    boolean wasInUseBy(LocalDate day) {
        return inUseSince().map(since -> !since.isAfter(day)).orElse(false);
    }

    /** The group of the account's indicator that measures {@code metric}; of other metrics only usage has one. */
    @Nullable
    IndicatorGroup groupOf(String metric) {
        return score.parts().stream()
                .map(HealthScore.Part::indicator)
                .filter(indicator -> indicator.measurement().metric().equals(metric))
                .map(indicator -> indicator.group())
                .findFirst()
                .orElse(Metrics.named(metric).fromUsage() ? IndicatorGroup.PRODUCT_USAGE : null);
    }
}
