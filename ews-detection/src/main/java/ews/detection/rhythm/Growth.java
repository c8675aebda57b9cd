package ews.detection.rhythm;

import java.util.Arrays;

/**
 * Steady growth, to which a rise must come on top. It is read from the slopes between all pairs of weeks (Sen, Estimates
 * of the regression coefficient based on Kendall's tau, JASA 63, 1968), which a few odd weeks do not change; not their
 * median but their upper quartile, since growth that was taken for too small is told as a rise, again and again.
 *
 * @param daily how much the logarithm of the level rises each day; 0 if it does not grow
 * @param middle the day on which the level is as it was counted
 */
record Growth(double daily, int middle) {

    static final Growth NONE = new Growth(0, 0);

    /** Fewer weeks show nothing steady. */
    private static final int LEAST_WEEKS = 5;

    private static final double QUANTILE = 0.75;

    /** @param without so many of the last days, in which the rise may lie */
    static Growth of(DailyCounts counts, boolean[] telling, int without) {
        int end = counts.length() - without;
        double[] weeks = new double[Math.max(0, end / UsualWeek.DAYS)];
        for (int week = 0; week < weeks.length; week++) {
            weeks[week] = total(counts, telling, end - UsualWeek.DAYS * (weeks.length - week));
        }
        return new Growth(weekly(weeks) / UsualWeek.DAYS, counts.length() / 2);
    }

    /** Of the seven days; not a number if one of them tells nothing. */
    private static double total(DailyCounts counts, boolean[] telling, int start) {
        double total = 0;
        for (int day = start; day < start + UsualWeek.DAYS; day++) {
            total += telling[day] ? counts.count(day) : Double.NaN;
        }
        return total;
    }

    /** @param weeks the counts of each week, oldest first; those that are not a number are left out */
    static double weekly(double... weeks) {
        double[] slopes = new double[weeks.length * (weeks.length - 1) / 2];
        int size = 0;
        for (int later = 1; later < weeks.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                double slope = Math.log((weeks[later] + 0.5) / (weeks[earlier] + 0.5)) / (later - earlier);
                if (!Double.isNaN(slope)) {
                    slopes[size++] = slope;
                }
            }
        }
        if (size < LEAST_WEEKS * (LEAST_WEEKS - 1) / 2) {
            return 0;
        }
        Arrays.sort(slopes, 0, size);
        return Math.max(0, slopes[(int) (QUANTILE * size)]);
    }

    /** How much larger a day is by growth than the middle. */
    double factor(int day) {
        return daily == 0 ? 1 : Math.exp(daily * (day - middle));
    }

    /** What the counts would be without it. */
    DailyCounts takenFrom(DailyCounts counts) {
        return daily == 0 ? counts : counts.times(day -> 1 / factor(day));
    }
}
