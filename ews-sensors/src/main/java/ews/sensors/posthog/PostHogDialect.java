package ews.sensors.posthog;

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
import org.springframework.stereotype.Component;

/**
 * Reads what clients of PostHog capture. A bad event is rejected alone. The account of an event is its group, else that
 * of the last event of the same person that had one.
 */
@Component
public class PostHogDialect implements EventReader {

    @Override
    public Dialect dialect() {
        return Dialect.POSTHOG;
    }

    public Batch read(Source source, ListedBody body, Instant receivedAt) {
        var reading = new Reading(receivedAt.truncatedTo(ChronoUnit.MILLIS));
        for (int i = 0; i < body.size(); i++) {
            Raw raw = body.raw(i);
            String id = null;
            try {
                Item item = body.item(i);
                id = item.key("uuid");
                String known = id == null ? raw.hash() : id;
                item.say("uuid", known);
                new PostHogEvent(item, known, reading.receivedAt()).readInto(reading);
            } catch (Invalid e) {
                reading.reject(i, id, e, raw);
            }
        }
        return reading.batch(source, Dialect.POSTHOG, null);
    }

    @Override
    public Batch readAgain(Source source, Raw body, Instant receivedAt) {
        return read(source, ListedBody.of(body.bytes()), receivedAt);
    }
}
