package ews.sensors.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Accepted events of a source that wait until it is said to which account their people belong.
 *
 * @param people how many different ones they name
 * @param since when the first of them was received; {@code null} if there are none
 */
public record WaitingEvents(
        long events, long people, @Nullable Instant since) {}
