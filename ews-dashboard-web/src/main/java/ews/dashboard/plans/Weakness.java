package ews.dashboard.plans;

import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.score.HealthScore;
import ews.domain.score.Indicator;
import ews.domain.score.Points;
import java.util.Comparator;
import java.util.List;

/**
 * An indicator at which an account loses points: where to look for the root cause, and what to set as an objective.
 *
 * @param value what was measured, in words
 * @param lost how many points it is short of its weight
 * @param goodAt the value from which on it gets all of them
 * @param atLeast whether more is better
 */
public record Weakness(
        String group, Measurement measurement, String value, Points lost, double goodAt, boolean atLeast) {

    private static final int MOST = 3;

    /** The indicators that cost most, the worst first; none where nothing is lost or known. */
    public static List<Weakness> of(HealthScore score) {
        return score.parts().stream()
                .filter(part -> part.value().isPresent())
                .filter(part -> part.points().compareTo(part.weight()) < 0)
                .sorted(Comparator.comparing(
                                (HealthScore.Part part) -> part.weight().minus(part.points()))
                        .reversed())
                .limit(MOST)
                .map(Weakness::of)
                .toList();
    }

    private static Weakness of(HealthScore.Part part) {
        Indicator indicator = part.indicator();
        Measurement measurement = indicator.measurement();
        return new Weakness(
                indicator.group().label(),
                measurement,
                measurement.unit().say(part.value().orElseThrow()),
                part.weight().minus(part.points()),
                indicator.goodAt(),
                indicator.goodAt() > indicator.poorAt());
    }

    /** For example {@code at least 200 users}. */
    public String goal() {
        return measurement.limit(atLeast, goodAt);
    }

    /** Whether an objective can be about it: those are about values as they are. */
    public boolean isObjective() {
        return measurement.form() == Form.VALUE;
    }
}
