package ews.detection.scoring;

import ews.domain.score.Points;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lists show beside an account's latest score.
 *
 * @param pastWeeks the scores at the end of each of the last eleven weeks, oldest first
 */
record Summary(
        StoredScore latest, Optional<Points> change7, Optional<Points> change30, List<Optional<Points>> pastWeeks) {

    /** @param stored the account's stored scores of days before */
    static Summary of(StoredScore latest, Map<LocalDate, Points> stored, List<Optional<Points>> pastWeeks) {
        return new Summary(
                latest,
                change(latest, stored.get(latest.day().minusDays(7))),
                change(latest, stored.get(latest.day().minusDays(30))),
                pastWeeks);
    }

    /** The weekly scores from the stored scores of those days. */
    static List<Optional<Points>> pastWeeks(LocalDate latest, Map<LocalDate, Points> stored) {
        return Trend.sundaysBefore(latest).stream()
                .map(sunday -> Optional.ofNullable(stored.get(sunday)))
                .toList();
    }

    private static Optional<Points> change(StoredScore latest, @Nullable Points before) {
        return before == null || latest.score() == null
                ? Optional.empty()
                : Optional.of(latest.score().minus(before));
    }
}
