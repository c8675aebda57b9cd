package ews.detection.rhythm;

import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a lasting change of the level of daily counts in the last four weeks, of which neither the day nor the size
 * is known: for each day on which it may have begun, the counts since are held against those of the twelve weeks before,
 * and the day with the largest likelihood ratio is taken. This is the window-limited generalised likelihood ratio
 * (Lai, Sequential changepoint detection in quality control and dynamical systems, JRSS B 57, 1995) for counts with a
 * known pattern over time (Höhle and Paul, Count data regression charts for the monitoring of surveillance time series,
 * CSDA 52, 2008). Instead of a fitted model the level before is compared by the conditional ratio of two Poisson rates,
 * so the uncertainty of a short history is in it, and divided by the dispersion of the days.
 *
 * <p>A fall is held against the plain level before; a rise against the level to which {@linkplain Growth steady growth}
 * would have led.
 */
public final class ChangeSearch {

    /** The longest change that is still new; what has lasted longer is on the way to be usual. */
    static final int LONGEST = 28;

    /** Fewer days are no lasting change. */
    static final int SHORTEST = 5;

    private static final int HISTORY = 84;

    /** How many days it looks at. */
    public static final int DAYS = LONGEST + HISTORY;

    /** Fewer days before the change do not say what is usual. */
    private static final int LEAST_HISTORY = 42;

    /** So many of the last days are told one by one. */
    private static final int TOLD = 11;

    private final DailyCounts daily;
    private final Direction direction;
    private final boolean[] telling;
    private final Growth growth;
    private final UsualWeek week;
    private final double[] levelled;

    private ChangeSearch(DailyCounts daily, Direction direction) {
        this.daily = daily;
        this.direction = direction;
        this.telling = daily.telling();
        this.growth = direction == Direction.RISE ? Growth.of(daily, telling, LONGEST) : Growth.NONE;
        DailyCounts level = growth.takenFrom(daily);
        this.week = new UsualWeek(level, telling);
        Pauses.leaveOut(level, week, telling);
        this.levelled = new double[level.length()];
        for (int day = 0; day < levelled.length; day++) {
            levelled[day] = week.levelled(day, level.count(day));
        }
    }

    /**
     * The most convincing change, or one without evidence; empty as long as there are too few days to say what is usual:
     * 42 before a change, and for a rise, before which growth must be known, before the longest one.
     *
     * @param daily up to the last whole day; only the last {@value #DAYS} are looked at
     */
    public static Optional<Change> largest(DailyCounts daily, Direction direction) {
        if (direction == Direction.RISE && daily.length() < LEAST_HISTORY + LONGEST) {
            return Optional.empty();
        }
        var search = new ChangeSearch(daily.last(DAYS), direction);
        return Optional.ofNullable(search.bestSplit()).map(search::change);
    }

    private @Nullable Split bestSplit() {
        int end = daily.length();
        var before = new Stretch();
        var since = new Stretch();
        int from = Math.max(0, end - HISTORY);
        for (int day = from; day < end; day++) {
            before.add(day);
        }
        @Nullable Split best = null;
        for (int day = end - 1; day >= Math.max(0, end - LONGEST); day--) {
            before.remove(day);
            since.add(day);
            if (from > 0 && day - HISTORY < from) {
                before.add(--from);
            }
            if (telling[day] && since.days >= SHORTEST && before.days >= LEAST_HISTORY) {
                double ratio = ratio(before, since);
                if (best == null || ratio > best.ratio) {
                    best = new Split(day, since.days, before.weight == 0 ? 0 : before.sum / before.weight, ratio);
                }
            }
        }
        return best;
    }

    /**
     * Where a change may have begun.
     *
     * @param days that tell something since then
     * @param level before, on a day of the usual share
     * @param ratio the logarithm of how much likelier two rates are than one; 0 if it went the other way
     */
    private record Split(int start, int days, double level, double ratio) {}

    private double ratio(Stretch before, Stretch since) {
        double all = before.sum + since.sum;
        double fair = all * since.weight / (before.weight + since.weight);
        boolean fell = since.sum < fair;
        return all <= 0 || fell != (direction == Direction.FALL)
                ? 0
                : Math.max(0, part(since.sum, fair) + part(before.sum, all - fair));
    }

    private static double part(double actual, double fair) {
        return actual <= 0 ? 0 : actual * Math.log(actual / fair);
    }

    private Change change(Split split) {
        double expected = 0;
        double actual = 0; // as it was: levelled days show that there is a change, but make it smaller
        for (int day = split.start; day < daily.length(); day++) {
            expected += expected(split, day);
            actual += telling[day] ? daily.count(day) : 0;
        }
        var lately = new ArrayList<Change.Day>(TOLD);
        for (int day = daily.length() - TOLD; day < daily.length(); day++) {
            lately.add(new Change.Day(daily.date(day), expected(split, day), daily.count(day)));
        }
        return new Change(
                daily.date(split.start),
                split.days,
                expected,
                actual,
                Math.sqrt(2 * split.ratio) / week.spread(),
                week.mean() * UsualWeek.DAYS,
                lately);
    }

    private double expected(Split split, int day) {
        return telling[day] ? split.level * week.share(day) * growth.factor(day) : 0;
    }

    /** The telling days of a stretch of time, added up. */
    private final class Stretch {

        private int days;
        private double sum;
        private double weight;

        void add(int day) {
            change(day, 1);
        }

        void remove(int day) {
            change(day, -1);
        }

        private void change(int day, int sign) {
            if (telling[day]) {
                days += sign;
                sum += sign * levelled[day];
                weight += sign * week.share(day);
            }
        }
    }
}
