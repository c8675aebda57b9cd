package ews.dashboard.accounts;

import ews.dashboard.accounts.Staleness.Stale;
import ews.dashboard.view.Delta;
import ews.dashboard.view.HealthBadge;
import ews.dashboard.view.When;
import ews.detection.scoring.AccountHealth;
import ews.domain.metric.Unit;
import ews.domain.score.Band;
import ews.domain.score.BandOverride;
import ews.domain.score.HealthProfile;
import ews.domain.score.HealthScore;
import ews.domain.score.Indicator;
import ews.domain.score.MissingData;
import ews.domain.score.Points;
import ews.domain.score.ScoreChange;
import ews.domain.score.ScoreChange.PartChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A score that explains itself: its parts add up to it, their changes add up to its change, to the last digit shown.
 *
 * @param since what changed in a week, in a month, and since the day that the viewer chose
 * @param sum the parts added up, as it reads under them
 * @param profile by which it was computed, in words
 * @param limit what adjusted the score, and by how much; {@code null} if nothing did
 * @param override who decided the band, why and until when; {@code null} if nobody did
 */
public record ScoreView(
        HealthBadge badge,
        String day,
        List<Since> since,
        List<Part> parts,
        String sum,
        String profile,
        @Nullable String limit,
        @Nullable String override) {

    /**
     * What changed, in one sentence.
     *
     * @param when as it reads after the change: {@code in 7 days}, {@code since 1 Sep 2026}
     */
    record Since(String when, Delta change, String story) {}

    /**
     * One indicator.
     *
     * @param value what was measured, in words
     * @param was what it was a week before, in words; empty where that says nothing
     * @param thresholds from where on it gets all of its points, and where none
     * @param points what it counts; a dash where it has no data and counts nothing
     * @param weight the most that it could; empty where it counts nothing
     * @param share how much of its weight it got, in percent
     * @param css names the colour of its bar
     * @param stale why it may be out of date; {@code null} if it is not
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
            Delta change,
            @Nullable String stale) {}

    /**
     * @param profile the version by which the score was computed
     * @param since which day was chosen to compare with
     * @param stale what may be out of date
     */
    static ScoreView of(AccountHealth health, HealthProfile profile, LocalDate since, Stale stale) {
        HealthScore score = health.score();
        return new ScoreView(
                HealthBadge.exact(score.band(), score.points()),
                When.day(score.asOf()),
                List.of(
                        since("in 7 days", health.since7Days()),
                        since("in 30 days", health.since30Days()),
                        since("since " + When.day(since), health.sinceChosen())),
                score.parts().stream()
                        .map(part -> part(part, score.score().isPresent(), profile, health.since7Days(), stale))
                        .toList(),
                sum(score),
                "%s, version %d".formatted(health.segment().name(), health.profileVersion()),
                score.adjustment() == null
                        ? null
                        : "%s (%s)"
                                .formatted(
                                        score.adjustment().limit().text(),
                                        score.adjustment().points().signed()),
                score.override() == null ? null : text(score.override()));
    }

    private static String text(BandOverride override) {
        return "%s decided on %s: %s. It counts until %s."
                .formatted(
                        override.author(),
                        override.band().label().toLowerCase(Locale.ROOT),
                        override.reason(),
                        When.day(override.until()));
    }

    /** The change in the last seven days. */
    public Since week() {
        return since.getFirst();
    }

    private static Since since(String when, ScoreChange change) {
        return new Since(when, Delta.of(change.change().orElse(null)), change.story());
    }

    private static Part part(
            HealthScore.Part part, boolean scored, HealthProfile profile, ScoreChange week, Stale stale) {
        Indicator indicator = part.indicator();
        Unit unit = indicator.measurement().unit();
        Earned earned = Earned.of(part, scored);
        PartChange change = week.parts().stream()
                .filter(it -> it.indicator().equals(indicator))
                .findFirst()
                .orElse(null);
        return new Part(
                indicator.group().label(),
                indicator.measurement().label(),
                part.value().isPresent() ? unit.say(part.value().getAsDouble()) : noData(indicator, scored),
                was(part.value(), change, unit),
                "%s is fully good, %s fully poor".formatted(unit.say(indicator.goodAt()), unit.say(indicator.poorAt())),
                earned.counts() ? earned.points.text() : "–",
                earned.counts() ? whole(earned.weight) : "",
                earned.share(),
                bandOf(earned.share(), profile).code(),
                Delta.of(change == null || week.change().isEmpty() ? null : change.change()),
                stale.about(indicator.measurement()));
    }

    /** Where there is no score, nothing was left out of it or counted as poor: only what keeps it away is said. */
    private static String noData(Indicator indicator, boolean scored) {
        return scored || indicator.missing() == MissingData.UNKNOWN
                ? "no data: " + indicator.missing().label()
                : "no data";
    }

    /**
     * What a part shows that it got of its weight. Where too little is known for a score, no weight is shared out: a part
     * with data shows what it gets of its own weight, and one without shows nothing.
     */
    private record Earned(Points points, Points weight) {

        static Earned of(HealthScore.Part part, boolean scored) {
            if (scored) {
                return new Earned(part.points(), part.weight());
            }
            Indicator indicator = part.indicator();
            if (part.value().isEmpty()) {
                return new Earned(Points.ZERO, Points.ZERO);
            }
            Points own = Points.of(indicator.weight());
            double goodness = indicator.goodness(part.value().getAsDouble());
            return new Earned(new Points((int) Math.round(own.tenths() * goodness)), own);
        }

        boolean counts() {
            return !weight.isZero();
        }

        double share() {
            return counts() ? Math.round(1000.0 * points.tenths() / weight.tenths()) / 10.0 : 0;
        }
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

    private static String limit(HealthScore score) {
        if (score.adjustment() == null) {
            return "";
        }
        Points points = score.adjustment().points();
        return points.isNegative() ? " − " + Points.ZERO.minus(points).text() : " + " + points.text();
    }

    private static String whole(Points weight) {
        return weight.tenths() % 10 == 0 ? Integer.toString(weight.rounded()) : weight.text();
    }

    private static String sum(HealthScore score) {
        return score.score()
                .map(points -> score.parts().stream()
                                .filter(part -> !part.weight().isZero())
                                .map(part -> part.points().text())
                                .collect(Collectors.joining(" + "))
                        + limit(score) + " = " + points.text())
                .orElseGet(() -> "Only %d of 100 points of weight have data, too few for a score"
                        .formatted(score.knownWeight()));
    }
}
