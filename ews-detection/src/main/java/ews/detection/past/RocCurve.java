package ews.detection.past;

import ews.domain.account.AccountId;
import ews.domain.score.Points;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How well low scores tell accounts that cancelled from those that stayed: the area under the receiver operating
 * characteristic, which is the probability that one that cancelled had a lower score than one that stayed, ties counting
 * half (Hanley and McNeil, 1982).
 *
 * <p>An account is observed many times, and its observations resemble each other; so the interval comes from a bootstrap
 * by account. Each account counts Poisson(1) times in each of 200 replicates (Chamandy et al., 2012), drawn from its id,
 * so that neither order nor parallelism matter; scores have tenths, so counts of each are all that is kept.
 */
public final class RocCurve {

    static final int REPLICATES = 200;

    /** Scores from 0.0 to 100.0. */
    private static final int SCORES = 1001;

    private static final double CONFIDENCE = 0.95;
    private static final double[] POISSON = poisson();

    private final long[] cancelled = new long[SCORES];
    private final long[] stayed = new long[SCORES];
    private final int[][] cancelledIn = new int[SCORES][REPLICATES];
    private final int[][] stayedIn = new int[SCORES][REPLICATES];

    /** How often an account counts in each replicate. */
    public static int[] countsOf(AccountId account) {
        var random = new SplittableRandom(account.value());
        int[] counts = new int[REPLICATES];
        Arrays.setAll(counts, _ -> poisson(random.nextDouble()));
        return counts;
    }

    /** @param counts of the account whose score it was */
    public void add(Points score, boolean hasCancelled, int[] counts) {
        int tenths = score.tenths();
        (hasCancelled ? cancelled : stayed)[tenths]++;
        sum((hasCancelled ? cancelledIn : stayedIn)[tenths], counts);
    }

    public void add(RocCurve other) {
        sum(cancelled, other.cancelled);
        sum(stayed, other.stayed);
        for (int tenths = 0; tenths < SCORES; tenths++) {
            sum(cancelledIn[tenths], other.cancelledIn[tenths]);
            sum(stayedIn[tenths], other.stayedIn[tenths]);
        }
    }

    /** Empty unless some cancelled and some stayed. */
    public Optional<RocArea> area() {
        double area = area(cancelled, stayed);
        if (Double.isNaN(area)) {
            return Optional.empty();
        }
        double[] interval = interval(replicates());
        return Optional.of(new RocArea(
                area,
                interval[0],
                interval[1],
                Arrays.stream(cancelled).sum(),
                Arrays.stream(stayed).sum()));
    }

    /** How much more area this has than another curve of the same observations; empty where either has none. */
    public Optional<RocGain> gainOver(RocCurve other) {
        double gain = area(cancelled, stayed) - area(other.cancelled, other.stayed);
        if (Double.isNaN(gain)) {
            return Optional.empty();
        }
        double[] gains = replicates();
        double[] others = other.replicates();
        Arrays.setAll(gains, i -> gains[i] - others[i]);
        double[] interval = interval(gains);
        return Optional.of(new RocGain(gain, interval[0], interval[1]));
    }

    /** The areas of all replicates, side by side: score by score, as the counts lie in memory. */
    private double[] replicates() {
        long[] cancelledInAll = totals(cancelledIn);
        long[] stayedInAll = totals(stayedIn);
        long[] stayedWithMore = stayedInAll.clone();
        double[] won = new double[REPLICATES];
        for (int tenths = 0; tenths < SCORES; tenths++) {
            for (int i = 0; i < REPLICATES; i++) {
                stayedWithMore[i] -= stayedIn[tenths][i];
                won[i] += cancelledIn[tenths][i] * (stayedWithMore[i] + stayedIn[tenths][i] / 2.0);
            }
        }
        double[] areas = new double[REPLICATES];
        Arrays.setAll(
                areas, i -> won[i] / ((double) cancelledInAll[i] * stayedInAll[i])); // NaN where there are no pairs
        return areas;
    }

    private static double[] interval(double[] replicates) {
        double[] possible = Arrays.stream(replicates)
                .filter(it -> !Double.isNaN(it))
                .sorted()
                .toArray();
        int outside = (int) (possible.length * (1 - CONFIDENCE) / 2);
        return new double[] {possible[outside], possible[possible.length - 1 - outside]};
    }

    private static double area(long[] cancelled, long[] stayed) {
        double won = 0;
        double stayedWithMore = Arrays.stream(stayed).sum();
        double pairs = stayedWithMore * Arrays.stream(cancelled).sum();
        for (int tenths = 0; tenths < SCORES; tenths++) {
            stayedWithMore -= stayed[tenths];
            won += cancelled[tenths] * (stayedWithMore + stayed[tenths] / 2.0);
        }
        return pairs == 0 ? Double.NaN : won / pairs;
    }

    /** Of each replicate, over all scores. */
    private static long[] totals(int[][] counts) {
        long[] totals = new long[REPLICATES];
        for (int[] ofScore : counts) {
            for (int i = 0; i < REPLICATES; i++) {
                totals[i] += ofScore[i];
            }
        }
        return totals;
    }

    private static void sum(long[] into, long[] other) {
        for (int i = 0; i < into.length; i++) {
            into[i] += other[i];
        }
    }

    private static void sum(int[] into, int[] other) {
        for (int i = 0; i < into.length; i++) {
            into[i] += other[i];
        }
    }

    private static int poisson(double uniform) {
        int count = 0;
        while (count < POISSON.length && uniform >= POISSON[count]) {
            count++;
        }
        return count;
    }

    /** The cumulative probabilities of 0, 1, 2 … with the mean 1. */
    private static double[] poisson() {
        double[] cumulative = new double[12];
        double probability = Math.exp(-1);
        double sum = 0;
        for (int count = 0; count < cumulative.length; count++) {
            sum += probability;
            cumulative[count] = sum;
            probability /= count + 1;
        }
        return cumulative;
    }
}
