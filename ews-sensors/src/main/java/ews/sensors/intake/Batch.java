package ews.sensors.intake;

import ews.sensors.source.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source sent in one request, already parsed and validated.
 *
 * @param id by which the source knows the batch, if it gave one
 * @param receivedAt to the millisecond
 * @param ignored the names of what nothing depends on
 */
public record Batch(
        Source source,
        Dialect dialect,
        @Nullable String id,
        Instant receivedAt,
        List<Received> events,
        People people,
        List<String> ignored,
        List<Rejection> rejections) {

    public int size() {
        return events.size() + people.unplaced().size() + ignored.size() + rejections.size();
    }
}
