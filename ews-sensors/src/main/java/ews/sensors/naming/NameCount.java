package ews.sensors.naming;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a source sent events of a name.
 *
 * @param events received in the last 30 days
 * @param rule that decides what they count as; {@code null} if nobody has said so
 */
public record NameCount(
        String name,
        long events,
        Instant lastReceived,
        @Nullable NameRule rule) {}
