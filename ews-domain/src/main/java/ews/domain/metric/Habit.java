package ews.domain.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/** {@link Form#HABIT}: a value against those of earlier periods. */
final class Habit {

    static final int PERIODS = 12;

    /** Fewer earlier values are no habit. */
    private static final int LEAST = 6;

    /** Makes the median absolute deviation of normal data its standard deviation. */
    private static final double CONSISTENCY = 0.6745;

    /** Of the median: what is always the same may move by so much before it is unusual. */
    private static final double LEAST_SPREAD = 0.05;

    private Habit() {}

    /**
     * @param before the values of earlier periods, in any order
     * @return the modified z-score; empty where there are too few earlier values
     */
    static OptionalDouble deviation(double value, double[] before) {
        if (before.length < LEAST) {
            return OptionalDouble.empty();
        }
        double median = median(before);
        double spread =
                median(Arrays.stream(before).map(it -> Math.abs(it - median)).toArray());
        double least = Math.max(LEAST_SPREAD * Math.abs(median), Double.MIN_NORMAL);
        return value == median
                ? OptionalDouble.of(0)
                : OptionalDouble.of(CONSISTENCY * (value - median) / Math.max(spread, CONSISTENCY * least));
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
