package ews.detection.rule;

import ews.domain.event.EventType;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.metric.Metrics;
import ews.domain.score.HealthScore;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.Points;
import ews.domain.source.Reservation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules judge: the facts of an account and its score as of a day.
 *
 * @param segment the key of the segment that the account belongs to
 * @param before the score before this one; {@code null} if this is the first
 * @param past scores of earlier days, of those that a rule asks for; none of days without one
 * @param reservations what of the account cannot be relied on; none for days of the past, of which that is not kept
 */
public record Occasion(
        AccountFacts facts,
        String segment,
        @Nullable HealthScore before,
        HealthScore score,
        Map<LocalDate, Points> past,
        LocalDate asOf,
        List<Reservation> reservations) {

    /** Nothing is known against it. */
    public Occasion(
            AccountFacts facts,
            String segment,
            @Nullable HealthScore before,
            HealthScore score,
            Map<LocalDate, Points> past,
            LocalDate asOf) {
        this(facts, segment, before, score, past, asOf, List.of());
    }

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

    /**
     * Why a verdict would be worth nothing.
     *
     * @param read the types of events that it is computed from
     * @param missed the types of which events that did not come in would change it
     */
    Optional<Reservation> reservation(Set<EventType> read, Set<EventType> missed) {
        return reservations.stream()
                .filter(it -> switch (it) {
                    case Reservation.Silent silent -> missed.contains(silent.type());
                    case Reservation.Returned returned -> missed.contains(returned.type());
                    case Reservation.Calm calm -> read.contains(calm.type());
                })
                .findFirst();
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
