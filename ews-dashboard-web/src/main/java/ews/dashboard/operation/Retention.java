package ews.dashboard.operation;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long data are kept.
 *
 * @param events events from when they happened, and rejects from when they came; {@code null}: for ever
 */
@ConfigurationProperties("ews.retention")
record Retention(@Nullable Period events) {

    private static final int LEAST_DAYS = 30;

    Retention {
        if (events != null && LocalDate.EPOCH.plus(events).toEpochDay() < LEAST_DAYS) {
            throw new IllegalArgumentException(
                    "ews.retention.events must be at least %d days, since senders repeat what they sent; it is %s"
                            .formatted(LEAST_DAYS, events));
        }
    }
}
