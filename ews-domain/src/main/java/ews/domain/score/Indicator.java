package ews.domain.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import ews.domain.metric.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * A metric with thresholds and a weight. At {@code poorAt} (or beyond) it gets no points, at {@code goodAt} (or beyond)
 * all of its weight, linearly in between; either may be the greater one.
 *
 * @param sweetSpot where more than good becomes worse again; {@code null} where more is never worse
 * @param weight 0 to 100, whole points; with 0 it is shown and counts for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Indicator(
        IndicatorGroup group,
        Measurement measurement,
        double poorAt,
        double goodAt,
        @Nullable SweetSpot sweetSpot,
        int weight,
        MissingData missing) {

    public Indicator {
        if (!Double.isFinite(poorAt) || !Double.isFinite(goodAt) || poorAt == goodAt) {
            throw new IllegalArgumentException(
                    "%s: 'fully poor at' and 'fully good at' must be two different numbers".formatted(group.label()));
        }
        if (sweetSpot != null && !isBeyond(sweetSpot, poorAt, goodAt)) {
            throw new IllegalArgumentException(
                    "%s: 'good until' must not come before 'fully good at', and 'poor again at' must come after it"
                            .formatted(group.label()));
        }
        if (weight < 0 || weight > 100) {
            throw new IllegalArgumentException(
                    "%s: the weight must be 0 to 100, not %d".formatted(group.label(), weight));
        }
    }

    public Indicator(
            IndicatorGroup group,
            Measurement measurement,
            double poorAt,
            double goodAt,
            int weight,
            MissingData missing) {
        this(group, measurement, poorAt, goodAt, null, weight, missing);
    }

    private static boolean isBeyond(SweetSpot spot, double poorAt, double goodAt) {
        double direction = Math.signum(goodAt - poorAt);
        return direction * (spot.goodUntil() - goodAt) >= 0 && direction * (spot.poorAgainAt() - spot.goodUntil()) > 0;
    }

    /** How good a value is, from 0 to 1. */
    public double goodness(double value) {
        double goodness = Math.clamp((value - poorAt) / (goodAt - poorAt), 0, 1);
        return sweetSpot == null
                ? goodness
                : Math.min(
                        goodness,
                        Math.clamp(
                                (sweetSpot.poorAgainAt() - value) / (sweetSpot.poorAgainAt() - sweetSpot.goodUntil()),
                                0,
                                1));
    }

    /** The same indicator with another weight. */
    public Indicator weighing(int other) {
        return new Indicator(group, measurement, poorAt, goodAt, sweetSpot, other, missing);
    }
}
