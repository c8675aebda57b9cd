package ews.bench;

import ews.detection.rhythm.DailyCounts;
import ews.loader.DailyUsage;
import java.util.Optional;
import java.util.Random;

/**
 * The days of an account up to four weeks after a day on which its usage is made to fall for good.
 *
 * @param day the first of the fallen days
 */
record FallingAccount(DailyCounts asItWas, int day, long seed) {

    /** Days before anything is judged. */
    static final int KNOWN = 70;

    /** How long a fall is waited for, in days. */
    static final int WAITED = 28;

    private static final int USUAL_DAYS = 56;
    private static final double LEAST_A_DAY = 10 / 7.0;

    /** At a random day; empty if there are too few days, or fewer than 10 events a week in the eight weeks before. */
    static Optional<FallingAccount> of(DailyUsage usage, int draw) {
        DailyCounts days = days(usage);
        int room = days.length() - WAITED - KNOWN;
        long seed = 7_919L * usage.account() + draw;
        if (room < 1) {
            return Optional.empty();
        }
        int day = KNOWN + new Random(seed).nextInt(room);
        return mean(days, day - USUAL_DAYS, day) < LEAST_A_DAY
                ? Optional.empty()
                : Optional.of(new FallingAccount(days, day, seed));
    }

    static DailyCounts days(DailyUsage usage) {
        return new DailyCounts(
                usage.first(),
                usage.events().stream().mapToDouble(Integer::doubleValue).toArray());
    }

    static boolean isEnough(DailyCounts days) {
        return days.length() >= KNOWN + WAITED && mean(days, 0, days.length()) >= LEAST_A_DAY;
    }

    /** Each event since the day is left out with this chance, so that counts stay counts. */
    DailyCounts fallenBy(double part) {
        double[] counts = new double[day + WAITED];
        var random = new Random(seed + Math.round(1_000 * part));
        for (int it = 0; it < counts.length; it++) {
            counts[it] = it < day ? asItWas.count(it) : kept(asItWas.count(it), 1 - part, random);
        }
        return new DailyCounts(asItWas.first(), counts);
    }

    private static double kept(double count, double chance, Random random) {
        int kept = 0;
        for (int event = 0; event < count; event++) {
            kept += random.nextDouble() < chance ? 1 : 0;
        }
        return kept;
    }

    private static double mean(DailyCounts days, int from, int to) {
        double sum = 0;
        for (int day = from; day < to; day++) {
            sum += days.count(day);
        }
        return sum / (to - from);
    }
}
