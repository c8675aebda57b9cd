package ews.domain.score;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the health of a segment's accounts is measured.
 *
 * @param indicators one to ten, weights adding up to 100
 * @param limits at most ten
 * @param goodFrom the lowest score that is good
 * @param averageFrom the lowest score that is average; below it is poor
 * @param margin by how many points a score must be below the beginning of its band before it leaves it; keeps a score
 *     that wavers around a boundary from changing its band every day
 * @param leastKnown the share of the weights (in percent) that must have data, or else the score is unknown
 */
public record HealthProfile(
        List<Indicator> indicators, List<Limit> limits, int goodFrom, int averageFrom, int margin, int leastKnown) {

    public static final int MOST_LIMITS = 10;
    public static final int WIDEST_MARGIN = 20;

    public HealthProfile {
        indicators = List.copyOf(indicators);
        limits = List.copyOf(limits);
        if (indicators.isEmpty() || indicators.size() > 10) {
            throw new IllegalArgumentException("A profile has 1 to 10 indicators, not " + indicators.size());
        }
        int sum = indicators.stream().mapToInt(Indicator::weight).sum();
        if (sum != 100) {
            throw new IllegalArgumentException("The weights must add up to 100; they add up to " + sum);
        }
        if (limits.size() > MOST_LIMITS) {
            throw new IllegalArgumentException(
                    "A profile has at most %d limits, not %d".formatted(MOST_LIMITS, limits.size()));
        }
        if (averageFrom < 1 || goodFrom <= averageFrom || goodFrom > 100) {
            throw new IllegalArgumentException(
                    "Good must begin above average, and both between 1 and 100; not %d and %d"
                            .formatted(goodFrom, averageFrom));
        }
        if (margin < 0 || margin > WIDEST_MARGIN) {
            throw new IllegalArgumentException(
                    "The margin must be 0 to %d points, not %d".formatted(WIDEST_MARGIN, margin));
        }
        if (leastKnown < 1 || leastKnown > 100) {
            throw new IllegalArgumentException("The least known share must be 1 to 100 %, not " + leastKnown);
        }
    }

    /** Without limits and margin. */
    public HealthProfile(List<Indicator> indicators, int goodFrom, int averageFrom, int leastKnown) {
        this(indicators, List.of(), goodFrom, averageFrom, 0, leastKnown);
    }

    /**
     * The same with other weights.
     *
     * @param weights one for each indicator, in their order
     */
    public HealthProfile weighing(List<Integer> weights) {
        if (weights.size() != indicators.size()) {
            throw new IllegalArgumentException(
                    "%d indicators cannot have %d weights".formatted(indicators.size(), weights.size()));
        }
        List<Indicator> weighed = IntStream.range(0, weights.size())
                .mapToObj(it -> indicators.get(it).weighing(weights.get(it)))
                .toList();
        return new HealthProfile(weighed, limits, goodFrom, averageFrom, margin, leastKnown);
    }

    /** @param before the band of the day before by this same profile; {@code null} if there is none */
    public Band bandOf(Points score, @Nullable Band before) {
        Band band = bandOf(score.tenths());
        Band withMargin = bandOf(score.tenths() + margin * 10);
        return before != null && band.compareTo(before) > 0 && withMargin.compareTo(before) <= 0 ? before : band;
    }

    private Band bandOf(int tenths) {
        return tenths >= goodFrom * 10 ? Band.GOOD : tenths >= averageFrom * 10 ? Band.AVERAGE : Band.POOR;
    }

    /** The lowest score of a band, in tenths. */
    int beginningOf(Band band) {
        return switch (band) {
            case GOOD -> goodFrom * 10;
            case AVERAGE -> averageFrom * 10;
            case POOR, UNKNOWN -> 0;
        };
    }
}
