package ews.detection.rule;

import ews.detection.rule.Evidence.Figure;
import ews.detection.rule.Evidence.Line;
import ews.detection.rule.Verdict.Quiet;
import ews.detection.rule.Verdict.Raised;
import ews.detection.rule.Verdict.Undecided;
import ews.domain.event.EventType;
import ews.domain.fact.Days;
import ews.domain.metric.Unit;
import ews.domain.score.HealthScore;
import ews.domain.score.HealthScore.Part;
import ews.domain.score.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The health score fell within some days, whatever its band.
 *
 * @param points by how many points at least
 * @param days against how many days before
 */
public record ScoreDrop(int points, int days) implements RuleKind {

    private static final int WORSE_BY = 5;

    private static final Comparator<Part> MOST_LOST_FIRST = Comparator.comparing(
                    (Part part) -> part.weight().minus(part.points()))
            .reversed();

    public ScoreDrop {
        Words.check("Points", points, 1, 100);
        Words.check("Days", days, 1, 90);
    }

    @Override
    public Verdict judge(Occasion occasion) {
        LocalDate then = occasion.asOf().minusDays(days);
        Points now = occasion.score().points();
        Optional<Points> before = occasion.scoreOn(then);
        if (now == null || before.isEmpty()) {
            return new Undecided("There is no score of %s to compare with.".formatted(Words.day(then)));
        }
        Points fell = before.get().minus(now);
        return fell.tenths() < 10 * points
                ? new Quiet("The score went from %s to %s in %s.".formatted(before.get(), now, Words.days(days)))
                : new Raised(evidence(occasion, before.get(), now, fell));
    }

    private Evidence evidence(Occasion occasion, Points before, Points now, Points fell) {
        List<Part> parts =
                occasion.score().parts().stream().sorted(MOST_LOST_FIRST).toList();
        var lines = new ArrayList<Line>();
        parts.forEach(part -> lines.add(new Line(
                occasion.asOf(),
                "%s: %s of %s points".formatted(part.indicator().group().label(), part.points(), part.weight()))));
        return new Evidence(
                "Health fell %s points in %s: from %s to %s".formatted(fell, Words.days(days), before, now),
                Days.endingWith(occasion.asOf(), days + 1),
                List.of(new Figure("Health score", now.text(), before.text())),
                lines,
                parts.isEmpty() ? null : parts.getFirst().indicator().group(),
                new Severity(
                        "the fall of the score", fell.tenths() / 10.0, fell.tenths() / 10.0 + WORSE_BY, Unit.POINTS));
    }

    @Override
    public Set<Integer> scoresOf() {
        return Set.of(days);
    }

    @Override
    public Set<EventType> reads(HealthScore score) {
        return ScoreParts.types(score);
    }

    @Override
    public Set<EventType> misses(HealthScore score) {
        return ScoreParts.typesOfLost(score);
    }

    @Override
    public String text() {
        return "the health score fell %d points or more in %s".formatted(points, Words.days(days));
    }
}
