package ews.sensors.intake;

import java.io.Serial;
import java.time.Duration;

/** A source sends more than it may. Nothing of the batch was taken; the same one can be sent again after a while. */
public final class TooFast extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int mostASecond;
    private final Duration retryAfter;

    public TooFast(String source, int mostASecond, Duration retryAfter) {
        super(
                "%s may send %,d events a second. Nothing of this was taken: send it again in %d s."
                        .formatted(source, mostASecond, seconds(retryAfter)),
                null,
                false,
                false);
        this.mostASecond = mostASecond;
        this.retryAfter = retryAfter;
    }

    public int mostASecond() {
        return mostASecond;
    }

    /** In whole seconds, at least one. */
    public long secondsToWait() {
        return seconds(retryAfter);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
