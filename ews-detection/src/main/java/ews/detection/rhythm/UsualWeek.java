package ews.detection.rhythm;

import java.util.Arrays;

/**
 * What the days of a week are usually like, and how far single days stray from that.
 *
 * <p>Each weekday has the trimmed mean of its counts, drawn a little to the mean of all days, so that a weekday with few
 * counts is not believed too much. Straying is measured on the scale 2√(n + 3/8), on which counts vary alike whatever
 * their size (Anscombe, The transformation of Poisson, binomial and negative-binomial data, Biometrika 35, 1948): by 1
 * if events come independently, by more if they come in bursts. It is estimated by the median absolute deviation, so
 * that no single day spoils it.
 */
final class UsualWeek {

    static final int DAYS = 7;

    /** Of the counts of a weekday, left out at either end. */
    private static final double TRIM = 0.2;

    /** Further from the usual than this many spreads, a day counts as if it were this far (Huber, 1964). */
    private static final double FURTHEST = 1.5;

    /** Makes the median absolute deviation of normal data its standard deviation. */
    private static final double CONSISTENCY = 1.4826;

    private final double mean;
    private final double[] shares = new double[DAYS];
    private final double[] stabilised = new double[DAYS];
    private final double middle;
    private final double spread;

    /** @param telling which days to learn from */
    UsualWeek(DailyCounts counts, boolean[] telling) {
        double sum = 0;
        double[] usual = new double[DAYS];
        double[] values = new double[counts.length() / DAYS + 1];
        int[] weeks = new int[DAYS];
        for (int weekday = 0; weekday < DAYS; weekday++) {
            int size = 0;
            for (int day = weekday; day < counts.length(); day += DAYS) {
                if (telling[day]) {
                    values[size++] = counts.count(day);
                }
            }
            weeks[weekday] = size;
            usual[weekday] = trimmedMean(values, size);
            sum += usual[weekday];
        }
        mean = sum / DAYS;
        for (int weekday = 0; weekday < DAYS; weekday++) {
            shares[weekday] = mean == 0 ? 1 : (usual[weekday] * weeks[weekday] + mean) / (weeks[weekday] + 1) / mean;
        }
        Arrays.setAll(stabilised, weekday -> stabilised(mean * shares[weekday]));
        double[] strays = new double[counts.length()];
        int size = 0;
        for (int day = 0; day < counts.length(); day++) {
            if (telling[day]) {
                strays[size++] = stray(day, counts.count(day));
            }
        }
        middle = median(strays, size);
        for (int i = 0; i < size; i++) {
            strays[i] = Math.abs(strays[i] - middle);
        }
        spread = Math.max(1, CONSISTENCY * median(strays, size));
    }

    /** Counts a day, over all days of the week. */
    double mean() {
        return mean;
    }

    /** How much of the mean falls on a day of this weekday; 1 if all are alike. */
    double share(int day) {
        return shares[day % DAYS];
    }

    /** The standard deviation of the days on the stabilised scale, at least that of independent events. */
    double spread() {
        return spread;
    }

    /** How far a day is from its weekday's mean, on the stabilised scale. */
    double stray(int day, double count) {
        return stabilised(count) - stabilised[day % DAYS];
    }

    /** The count, drawn to the furthest that a day can count for. */
    double levelled(int day, double count) {
        double limit = FURTHEST * spread;
        double stray = stray(day, count) - middle;
        if (Math.abs(stray) <= limit) {
            return count;
        }
        double root = (stabilised[day % DAYS] + middle + Math.copySign(limit, stray)) / 2;
        return root <= 0 ? 0 : Math.max(0, root * root - 0.375);
    }

    private static double stabilised(double count) {
        return 2 * Math.sqrt(count + 0.375);
    }

    private static double trimmedMean(double[] values, int size) {
        if (size == 0) {
            return 0;
        }
        Arrays.sort(values, 0, size);
        int trim = (int) (TRIM * size);
        double sum = 0;
        for (int i = trim; i < size - trim; i++) {
            sum += values[i];
        }
        return sum / (size - 2 * trim);
    }

    private static double median(double[] values, int size) {
        Arrays.sort(values, 0, size);
        return size == 0 ? 0 : values[size / 2];
    }
}
