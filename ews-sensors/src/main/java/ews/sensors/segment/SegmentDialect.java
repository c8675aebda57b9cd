package ews.sensors.segment;

import ews.sensors.dialect.Invalid;
import ews.sensors.dialect.Item;
import ews.sensors.dialect.ListedBody;
import ews.sensors.dialect.Reading;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Dialect;
import ews.sensors.intake.EventReader;
import ews.sensors.intake.Raw;
import ews.sensors.source.Source;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the calls of Segment's tracking API. A bad event is rejected alone. The account of an event is its
 * {@code context.groupId}, else that of the last {@code group} call of its user.
 */
@Component
public class SegmentDialect implements EventReader {

    @Override
    public Dialect dialect() {
        return Dialect.SEGMENT;
    }

    /** @param type of an event that does not say its own, as in {@code /v1/track}; {@code null} if each has to */
    public Batch read(Source source, ListedBody body, @Nullable String type, Instant receivedAt) {
        var reading = new Reading(receivedAt.truncatedTo(ChronoUnit.MILLIS));
        for (int i = 0; i < body.size(); i++) {
            Raw raw = body.raw(i);
            String id = null;
            try {
                Item item = body.item(i);
                raw = type == null ? raw : typed(item, type);
                id = item.key("messageId");
                String known = id == null ? raw.hash() : id;
                item.say("messageId", known);
                new SegmentEvent(item, type, known, reading.receivedAt()).readInto(reading);
            } catch (Invalid e) {
                reading.reject(i, id, e, raw);
            }
        }
        return reading.batch(source, Dialect.SEGMENT, null);
    }

    /** So that it can be read again wherever it was sent to. */
    private static Raw typed(Item item, String type) {
        item.say("type", type);
        return item.raw();
    }

    @Override
    public Batch readAgain(Source source, Raw body, Instant receivedAt) {
        return read(source, ListedBody.of(body.bytes()), null, receivedAt);
    }
}
