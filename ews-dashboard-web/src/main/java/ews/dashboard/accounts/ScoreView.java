package ews.dashboard.accounts;

import ews.dashboard.view.Delta;
import ews.dashboard.view.HealthBadge;
import ews.dashboard.view.When;
import ews.domain.metric.Unit;
import ews.domain.score.Band;
import ews.domain.score.HealthProfile;
import ews.domain.score.HealthScore;
import ews.domain.score.Indicator;
import ews.domain.score.Points;
import ews.domain.score.ScoreChange;
import ews.domain.score.ScoreChange.PartChange;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A score that explains itself: its parts add up to it, their changes add up to its change, to the last digit shown.
 *
 * @param since what changed, for each period of which the beginning is known
 * @param sum the parts added up, as it reads under them
 */
record ScoreView(
        HealthBadge badge, String day, List<Since> since, List<Part> parts, String sum, int profileVersion) {

    /** What changed since some days ago, in one sentence. */
    record Since(int days, Delta change, String story) {}

    /**
     * One indicator.
     *
     * @param value what was measured, in words
     * @param was what it was a week before, in words; empty where that says nothing
     * @param thresholds from where on it gets all of its points, and where none
     * @param share how much of its weight it got, in percent
     * @param css names the colour of its bar
     */
    record Part(
            String name,
            String measured,
            String value,
            String was,
            String thresholds,
            String points,
            String weight,
            double share,
            String css,
            Delta change) {}

    static ScoreView of(
            ScoreHistory.Stored now,
            ScoreHistory.@Nullable Stored weekAgo,
            ScoreHistory.@Nullable Stored monthAgo) {
        HealthScore score = now.score();
        ScoreChange week = weekAgo == null ? null : ScoreChange.between(weekAgo.score(), score);
        return new ScoreView(
                HealthBadge.exact(score.band(), score.points()),
                When.day(score.asOf()),
                Stream.of(since(7, weekAgo, score), since(30, monthAgo, score))
                        .filter(Objects::nonNull)
                        .toList(),
                score.parts().stream()
                        .map(part -> part(part, now.profile(), changeOf(part, week)))
                        .toList(),
                sum(score),
                now.version());
    }

    private static @Nullable Since since(int days, ScoreHistory.@Nullable Stored before, HealthScore now) {
        if (before == null) {
            return null;
        }
        ScoreChange change = ScoreChange.between(before.score(), now);
        return new Since(days, Delta.of(change.change().orElse(null)), change.story());
    }

    private static @Nullable PartChange changeOf(HealthScore.Part part, @Nullable ScoreChange change) {
        return change == null
                ? null
                : change.parts().stream()
                        .filter(it -> it.indicator().equals(part.indicator()))
                        .findFirst()
                        .orElse(null);
    }

    private static Part part(HealthScore.Part part, HealthProfile profile, @Nullable PartChange change) {
        Indicator indicator = part.indicator();
        Unit unit = indicator.measurement().definition().unit();
        boolean counts = part.weight().tenths() > 0;
        double share = counts ? 100.0 * part.points().tenths() / part.weight().tenths() : 0;
        return new Part(
                indicator.group().label(),
                indicator.measurement().label(),
                part.value().isPresent()
                        ? unit.say(part.value().getAsDouble())
                        : "no data: " + indicator.missing().label(),
                was(part.value(), change, unit),
                "%s is fully good, %s fully poor".formatted(unit.say(indicator.goodAt()), unit.say(indicator.poorAt())),
                part.points().text(),
                whole(part.weight()),
                Math.round(share * 10) / 10.0,
                bandOf(share, profile).code(),
                Delta.of(change == null ? null : change.change()));
    }

    private static Band bandOf(double share, HealthProfile profile) {
        return share >= profile.goodFrom() ? Band.GOOD : share >= profile.averageFrom() ? Band.AVERAGE : Band.POOR;
    }

    private static String was(OptionalDouble value, @Nullable PartChange change, Unit unit) {
        if (change == null || change.was().isEmpty()) {
            return "";
        }
        String was = unit.say(change.was().getAsDouble());
        return value.isPresent() && unit.say(value.getAsDouble()).equals(was) ? "no change" : "was " + was;
    }

    private static String whole(Points weight) {
        return weight.tenths() % 10 == 0 ? Integer.toString(weight.rounded()) : weight.text();
    }

    private static String sum(HealthScore score) {
        return score.score()
                .map(points -> score.parts().stream()
                                .map(part -> part.points().text())
                                .collect(Collectors.joining(" + "))
                        + " = " + points.text())
                .orElseGet(() -> "Only %d of 100 points of weight have data, too few for a score."
                        .formatted(score.knownWeight()));
    }
}
