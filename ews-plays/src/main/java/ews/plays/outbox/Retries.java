package ews.plays.outbox;

import java.time.Duration;
import java.util.Optional;

/** When to try again: soon at first, then every hour, for about a day. */
final class Retries {

    static final int ATTEMPTS = 30;

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int GROWTH = 3;
    private static final double SPREAD = 0.2;

    private Retries() {}

    /**
     * How long to wait after an attempt that failed; empty if it was the last.
     *
     * @param attempt 1 for the first
     * @param chance from 0 to 1; spreads what failed at the same moment
     */
    static Optional<Duration> after(int attempt, double chance) {
        if (attempt >= ATTEMPTS) {
            return Optional.empty();
        }
        double seconds = Math.min(LONGEST.toSeconds(), FIRST.toSeconds() * Math.pow(GROWTH, attempt - 1));
        return Optional.of(Duration.ofMillis(Math.round(1000 * seconds * (1 - SPREAD + 2 * SPREAD * chance))));
    }
}
