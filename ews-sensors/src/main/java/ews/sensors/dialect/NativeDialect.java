package ews.sensors.dialect;

import ews.domain.event.Event;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Dialect;
import ews.sensors.intake.EventReader;
import ews.sensors.intake.Raw;
import ews.sensors.intake.Rejection;
import ews.sensors.source.Source;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads our own JSON: {@code {"batchId":…,"events":[{"type":"usage","id":…,"time":…,"account":…},…]}}, token by token.
 * A bad event is rejected alone; only a body that is no such JSON fails as a whole. Unknown fields are kept in the log
 * and mean nothing. An event without an id gets one made from its text, so identical events of the same time count
 * once. An account or user event without a time happens when it is received.
 */
@Component
public class NativeDialect implements EventReader {

    /** In one request. */
    public static final int MOST_EVENTS = 10_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * @param body in UTF-8; the batch refers to it, so it must not be changed afterwards
     * @throws MalformedBody if it is not JSON, or not an object with {@code events}
     * @throws TooManyEvents if there are more than {@link #MOST_EVENTS}
     */
    public Batch read(Source source, byte[] body, Instant receivedAt) {
        return batch(source, body, receivedAt);
    }

    private static Batch batch(Source source, byte[] body, Instant receivedAt) {
        JsonBody json = JsonBody.of(body);
        var reader = new BatchReader(json.text(), receivedAt.truncatedTo(ChronoUnit.MILLIS));
        json.read(reader::read);
        return reader.batch(source);
    }

    @Override
    public Dialect dialect() {
        return Dialect.NATIVE;
    }

    @Override
    public Batch readAgain(Source source, Raw body, Instant receivedAt) {
        var whole = new ByteArrayOutputStream(body.length() + 20);
        whole.writeBytes("{\"events\":[".getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(body.bytes());
        whole.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return read(source, whole.toByteArray(), receivedAt);
    }

    /**
     * One event that was translated from another product's words.
     *
     * @throws Invalid if it would be rejected
     */
    public static Event event(Source source, ObjectNode event, Instant receivedAt) throws Invalid {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("events").add(event);
        Batch read = batch(source, JSON.writeValueAsBytes(body), receivedAt);
        for (Rejection rejection : read.rejections()) {
            throw new Invalid(rejection.code(), rejection.detail());
        }
        return read.events().getFirst().event();
    }
}
