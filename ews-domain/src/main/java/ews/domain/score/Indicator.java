package ews.domain.score;

import ews.domain.metric.Measurement;

/**
 * A metric with thresholds and a weight. At {@code poorAt} (or beyond) it gets no points, at {@code goodAt} (or beyond)
 * all of its weight, linearly in between; either may be the greater one.
 *
 * @param weight 1 to 100, whole points
 */
public record Indicator(
        IndicatorGroup group, Measurement measurement, double poorAt, double goodAt, int weight, MissingData missing) {

    public Indicator {
        if (!Double.isFinite(poorAt) || !Double.isFinite(goodAt) || poorAt == goodAt) {
            throw new IllegalArgumentException(
                    "%s: 'fully poor at' and 'fully good at' must be two different numbers".formatted(group.label()));
        }
        if (weight < 1 || weight > 100) {
            throw new IllegalArgumentException(
                    "%s: the weight must be 1 to 100, not %d".formatted(group.label(), weight));
        }
    }

    /** How good a value is, from 0 to 1. */
    public double goodness(double value) {
        return Math.clamp((value - poorAt) / (goodAt - poorAt), 0, 1);
    }
}
