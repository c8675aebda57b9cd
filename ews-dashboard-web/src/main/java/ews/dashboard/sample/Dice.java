package ews.dashboard.sample;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that repeats itself: the same seed and the same names throw the same numbers, in whatever order things are
 * asked for. So every day of every customer can be told by itself.
 */
final class Dice {

    private static final long FNV_PRIME = 0x100000001b3L;

    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Dice of(long seed, String about, long number) {
        long hash = seed;
        for (int i = 0; i < about.length(); i++) {
            hash = (hash ^ about.charAt(i)) * FNV_PRIME;
        }
        return new Dice((hash ^ number) * FNV_PRIME);
    }

    /** From 0 (inclusive) to 1 (exclusive). */
    double share() {
        return random.nextDouble();
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** Both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** How many of {@code tries} succeed after the first, each with the same probability: mostly few, rarely many. */
    int streak(double probability, int tries) {
        int streak = 0;
        while (streak < tries && chance(probability)) {
            streak++;
        }
        return streak;
    }
}
