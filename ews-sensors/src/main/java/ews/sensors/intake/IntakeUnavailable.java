package ews.sensors.intake;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The batch cannot be taken now; the same batch can be sent again later without harm. */
public class IntakeUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    public IntakeUnavailable(String message, Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /** More is waiting than may wait. */
    public static IntakeUnavailable busy() {
        return new IntakeUnavailable("More events are waiting than can be taken now.", Duration.ofSeconds(1), null);
    }

    public static IntakeUnavailable databaseDown(Throwable cause) {
        return new IntakeUnavailable("The database does not answer.", Duration.ofSeconds(5), cause);
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
