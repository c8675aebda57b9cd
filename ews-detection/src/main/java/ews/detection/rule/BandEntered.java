package ews.detection.rule;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.detection.rule.Verdict.Undecided;
import ews.domain.event.EventType;
import ews.domain.fact.Days;
import ews.domain.metric.Unit;
import ews.domain.score.Band;
import ews.domain.score.HealthScore;
import ews.domain.score.HealthScore.Part;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.Points;
import ews.domain.score.ScoreChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The account's health is in a band that it should not be in, or that is worth a celebration.
 *
 * @param tenure days that the account must have been known; the first score of its first events says little
 */
public record BandEntered(Band band, int tenure) implements RuleKind {

    private static final Comparator<Part> MOST_LOST_FIRST = Comparator.comparing(
                    (Part part) -> part.weight().minus(part.points()))
            .reversed();

    /** Points of the score. */
    private static final int WORSE_BY = 5;

    public BandEntered {
        if (band == Band.UNKNOWN) {
            throw new IllegalArgumentException("The band must be good, average or poor");
        }
        Words.check("Tenure", tenure, 0, 365);
    }

    @Override
    public Verdict judge(Occasion occasion) {
        if (occasion.facts().firstSeen().isAfter(occasion.asOf().minusDays(tenure))) {
            return new Undecided("The account has not been known for %s yet.".formatted(Words.days(tenure)));
        }
        HealthScore score = occasion.score();
        Points points = score.points();
        if (points == null) {
            return new Undecided("There is too little data for a score.");
        }
        return score.band() == band
                ? new Raised(evidence(occasion, points))
                : new Quiet("Health is " + score.band().code() + ": " + points + " of 100.");
    }

    private Evidence evidence(Occasion occasion, Points points) {
        HealthScore score = occasion.score();
        Points before = before(occasion);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("Health score", points.text(), before == null ? null : before.text()));
        for (Part part : score.parts()) {
            figures.add(new Figure(
                    part.indicator().measurement().label(),
                    part.value().isPresent() ? say(part, part.value().getAsDouble()) : "no data"));
        }
        var lines = new ArrayList<Line>();
        if (occasion.before() != null) {
            lines.add(new Line(
                    occasion.asOf(),
                    ScoreChange.between(occasion.before(), score).story()));
        }
        score.parts().stream().sorted(MOST_LOST_FIRST).forEach(part -> lines.add(line(occasion, part)));
        return new Evidence(
                "Health is %s: %s of 100%s"
                        .formatted(
                                band.code(),
                                points,
                                before == null || before.equals(points) ? "" : ", it was " + before),
                new Days(occasion.asOf(), occasion.asOf()),
                figures,
                lines,
                touched(score),
                severity(points));
    }

    /** That an account does well has no degrees: nobody needs to come back to it. */
    private @Nullable Severity severity(Points points) {
        double value = points.tenths() / 10.0;
        return band == Band.GOOD
                ? null
                : new Severity("the health score", value, Math.max(value - WORSE_BY, 0), Unit.POINTS);
    }

    private static Line line(Occasion occasion, Part part) {
        return new Line(
                occasion.asOf(),
                "%s: %s of %s points".formatted(part.indicator().group().label(), part.points(), part.weight()));
    }

    private static String say(Part part, double value) {
        return part.indicator().measurement().unit().say(value);
    }

    private static @Nullable Points before(Occasion occasion) {
        return occasion.before() == null ? null : occasion.before().points();
    }

    private static @Nullable IndicatorGroup touched(HealthScore score) {
        return score.parts().stream()
                .min(MOST_LOST_FIRST)
                .map(part -> part.indicator().group())
                .orElse(null);
    }

    @Override
    public boolean readsScore() {
        return true;
    }

    @Override
    public Set<EventType> reads(HealthScore score) {
        return ScoreParts.types(score);
    }

    @Override
    public Set<EventType> misses(HealthScore score) {
        return band == Band.GOOD ? Set.of() : ScoreParts.typesOfLost(score);
    }

    @Override
    public String text() {
        return "health is " + band.code();
    }
}
