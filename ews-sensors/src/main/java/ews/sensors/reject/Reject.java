package ews.sensors.reject;

import ews.sensors.intake.Dialect;
import ews.sensors.source.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be taken, as it is kept.
 *
 * @param place its index in the batch, from 0
 * @param dialect in which its body is
 * @param settled what became of it since; {@code null} while it is open
 */
public record Reject(
        long id,
        SourceId source,
        Instant receivedAt,
        @Nullable String batchId,
        int place,
        @Nullable String messageId,
        Dialect dialect,
        String code,
        String detail,
        String body,
        @Nullable Settled settled) {

    public record Settled(Instant at, Settlement as) {}
}
