package ews.loader;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How well a number tells two groups apart.
 *
 * @param positives the numbers of those that it should be high for
 */
record Roc(double[] positives, double[] negatives) {

    /** The middle 95 % of what was drawn. */
    record Interval(double low, double high) {}

    /**
     * The area under the ROC curve: the chance that a positive has the higher number than a negative, where a tie counts
     * half (the Mann–Whitney statistic).
     */
    double area() {
        return area(positives, negatives);
    }

    /** Draws both groups again, with replacement. */
    Interval bootstrap(int draws, long seed) {
        var random = new SplittableRandom(seed);
        double[] areas = new double[draws];
        for (int i = 0; i < draws; i++) {
            areas[i] = area(draw(random, positives), draw(random, negatives));
        }
        Arrays.sort(areas);
        return new Interval(areas[(int) (draws * 0.025)], areas[(int) (draws * 0.975)]);
    }

    private static double area(double[] positives, double[] negatives) {
        double[] sorted = negatives.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (double positive : positives) {
            int below = firstAtLeast(sorted, positive);
            int upTo = firstAtLeast(sorted, Math.nextUp(positive));
            sum += below + (upTo - below) / 2.0;
        }
        return sum / ((double) positives.length * negatives.length);
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] draw(SplittableRandom random, double[] from) {
        return random.doubles(from.length)
                .map(share -> from[(int) (share * from.length)])
                .toArray();
    }
}
