package ews.bench;

import ews.detection.rhythm.Change;
import ews.detection.rhythm.ChangeSearch;
import ews.detection.rhythm.DailyCounts;
import ews.detection.rhythm.Direction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A rule about falling usage that is tried with many thresholds.
 *
 * @param evidence of the days up to yesterday; the rule holds from its threshold on, and cannot tell where this is not a
 *     number
 */
record WatchedRule(String name, double[] thresholds, ToDoubleFunction<DailyCounts> evidence) {

    private static final double LEAST_PERCENT = 5;
    private static final double LEAST_PER_WEEK = 10;
    private static final int WEEK = 7;

    /** What the rule kind asks for before its threshold counts, with a least change of 5 % and 10 events a week. */
    static WatchedRule rhythm() {
        return new WatchedRule(
                "rhythm",
                steps(1, 6, 0.05),
                days -> ChangeSearch.largest(days, Direction.FALL)
                        .filter(it -> it.usualPerWeek() >= LEAST_PER_WEEK)
                        .map(WatchedRule::evidence)
                        .orElse(Double.NaN));
    }

    private static double evidence(Change change) {
        return -change.percent() >= LEAST_PERCENT ? change.evidence() : 0;
    }

    /** The last seven whole days, by how many percent they are below the seven before. */
    static WatchedRule plain() {
        return new WatchedRule("plain", steps(5, 99, 1), days -> {
            double is = week(days, 1);
            double was = week(days, 2);
            return was == 0 ? Double.NaN : 100 * (was - is) / was;
        });
    }

    private static double week(DailyCounts days, int before) {
        double sum = 0;
        int end = days.length() - WEEK * (before - 1);
        for (int day = end - WEEK; day < end; day++) {
            sum += days.count(day);
        }
        return sum;
    }

    private static double[] steps(double from, double to, double step) {
        return DoubleStream.iterate(from, it -> it < to + step / 2, it -> it + step)
                .toArray();
    }
}
