package ews.detection.scoring;

import ews.domain.score.HealthScore;
import ews.domain.score.Points;
import ews.domain.score.ScoreChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What lists show beside an account's latest score.
 *
 * @param pastWeeks the scores at the end of each of the last eleven weeks, oldest first
 * @param story why it is what it is, in one sentence
 */
record Summary(
        StoredScore latest,
        Optional<Points> change7,
        Optional<Points> change30,
        List<Optional<Points>> pastWeeks,
        String story) {

    /** @param stored the account's stored scores of days before */
    static Summary of(
            StoredScore latest,
            Function<LocalDate, Optional<StoredScore>> stored,
            List<Optional<Points>> pastWeeks,
            Definitions definitions) {
        return new Summary(
                latest,
                change(latest, stored.apply(latest.day().minusDays(7))),
                change(latest, stored.apply(latest.day().minusDays(30))),
                pastWeeks,
                story(latest, stored.apply(latest.day().minusDays(7)), definitions));
    }

    /** The weekly scores from the stored scores of those days. */
    static List<Optional<Points>> pastWeeks(LocalDate latest, Map<LocalDate, StoredScore> stored) {
        return Trend.sundaysBefore(latest).stream()
                .map(sunday -> Optional.ofNullable(stored.get(sunday)).flatMap(Summary::points))
                .toList();
    }

    private static Optional<Points> points(StoredScore score) {
        return Optional.ofNullable(score.score());
    }

    private static Optional<Points> change(StoredScore latest, Optional<StoredScore> before) {
        return before.flatMap(Summary::points).flatMap(then -> points(latest).map(now -> now.minus(then)));
    }

    /** Why a score is what it is, against that of a week before. */
    static String story(StoredScore latest, Optional<StoredScore> weekBefore, Definitions definitions) {
        Optional<HealthScore> now =
                definitions.profile(latest.profileVersionId()).map(latest::with);
        Optional<HealthScore> before = weekBefore.flatMap(
                it -> definitions.profile(it.profileVersionId()).map(it::with));
        return now.map(it -> ScoreChange.between(before.orElse(it), it))
                .filter(change -> before.isPresent() || change.after().score().isEmpty())
                .map(ScoreChange::story)
                .orElse("There is no score of a week before to compare with.");
    }
}
