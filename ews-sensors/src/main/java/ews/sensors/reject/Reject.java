package ews.sensors.reject;

import ews.sensors.source.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event that could not be taken, as it is kept: {@code place} is its index in the batch, from 0. */
public record Reject(
        long id,
        SourceId source,
        Instant receivedAt,
        @Nullable String batchId,
        int place,
        @Nullable String messageId,
        String code,
        String detail,
        String body) {}
