package ews.detection.peer;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The values of a metric among the accounts of a segment.
 *
 * @param size how many accounts have a value
 * @param values theirs in ascending order, or those of a sample of them
 */
record PeerDistribution(int size, double[] values) {

    /** Fewer than that are no group to compare with. */
    static final int LEAST = 5;

    /** In percent, how many have less; those with the same count half. Empty where too few are known. */
    public OptionalDouble percentile(double value) {
        if (size < LEAST) {
            return OptionalDouble.empty();
        }
        int less = below(value);
        int same = below(Math.nextUp(value)) - less;
        return OptionalDouble.of(100.0 * (less + same / 2.0) / values.length);
    }

    /** How many of the values are less. */
    private int below(double value) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * How different two distributions are, from 0 to 1: the greatest difference of the shares that have less than some
     * value (Kolmogorov and Smirnov).
     */
    double distance(PeerDistribution other) {
        if (values.length == 0 || other.values.length == 0) {
            return values.length == other.values.length ? 0 : 1;
        }
        double greatest = 0;
        for (double value : values) {
            greatest = Math.max(greatest, difference(other, value));
        }
        for (double value : other.values) {
            greatest = Math.max(greatest, difference(other, value));
        }
        return greatest;
    }

    private double difference(PeerDistribution other, double value) {
        double beyond = Math.nextUp(value);
        return Math.abs((double) below(beyond) / values.length - (double) other.below(beyond) / other.values.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PeerDistribution it && size == it.size && Arrays.equals(values, it.values);
    }

    @Override
    public int hashCode() {
        return 31 * size + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "PeerDistribution[size=%d, values=%s]".formatted(size, Arrays.toString(values));
    }
}
