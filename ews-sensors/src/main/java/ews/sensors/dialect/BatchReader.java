package ews.sensors.dialect;

import ews.domain.event.Event;
import ews.domain.event.EventType;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Dialect;
import ews.sensors.intake.People;
import ews.sensors.intake.Raw;
import ews.sensors.intake.Received;
import ews.sensors.intake.Rejection;
import ews.sensors.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one body in the native dialect, event by event. */
final class BatchReader {

    /** In bytes; as much as Segment's clients allow. */
    static final int LONGEST_EVENT = 32 * 1024;

    private final byte[] text;
    private final Instant receivedAt;
    private final Draft draft = new Draft();
    private final List<Received> events = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private @Nullable String batchId;

    BatchReader(byte[] text, Instant receivedAt) {
        this.text = text;
        this.receivedAt = receivedAt;
    }

    Batch batch(Source source) {
        return new Batch(source, Dialect.NATIVE, batchId, receivedAt, events, People.NONE, List.of(), rejections);
    }

    void read(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw JsonBody.unexpected(json, "an object such as {\"events\":[…]}");
        }
        boolean listed = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if ("events".equals(name)) {
                if (value != JsonToken.START_ARRAY) {
                    throw JsonBody.unexpected(json, "a list of events");
                }
                readEvents(json);
                listed = true;
            } else if ("batchId".equals(name) && value != JsonToken.VALUE_NULL) {
                batchId = batchId(json, value);
            } else {
                json.skipChildren();
            }
        }
        if (!listed) {
            throw new MalformedBody("The object has no \"events\"; send {\"events\":[…]}.");
        }
    }

    private static String batchId(JsonParser json, JsonToken value) {
        String id = value == JsonToken.VALUE_STRING ? json.getString() : "";
        if (id.isBlank() || id.length() > Texts.SHORT || Texts.unstorable(id) != null) {
            throw JsonBody.unexpected(json, "a batchId of 1 to %d characters, or none".formatted(Texts.SHORT));
        }
        return id;
    }

    private void readEvents(JsonParser json) {
        JsonToken token = json.nextToken();
        while (token != JsonToken.END_ARRAY) {
            int index = events.size() + rejections.size();
            if (index == NativeDialect.MOST_EVENTS) {
                throw new TooManyEvents(NativeDialect.MOST_EVENTS);
            }
            int start = (int) json.currentTokenLocation().getByteOffset();
            if (token == JsonToken.START_OBJECT) {
                draft.read(json);
                judge(index, raw(json, start));
            } else {
                json.skipChildren();
                json.finishToken();
                var invalid = new Invalid("not_an_object", "an event must be an object such as {\"type\":\"usage\",…}");
                reject(index, null, invalid, raw(json, start));
            }
            token = json.nextToken();
        }
    }

    private Raw raw(JsonParser json, int start) {
        return new Raw(text, start, (int) json.currentLocation().getByteOffset() - start);
    }

    private void judge(int index, Raw body) {
        String id = null;
        try {
            if (body.length() > LONGEST_EVENT) {
                throw new Invalid(
                        "event_too_large",
                        "an event may have at most %d bytes; got %d".formatted(LONGEST_EVENT, body.length()));
            }
            id = Texts.optional(draft, Field.ID);
            draft.check();
            EventType type = NativeEvents.typeOf(draft);
            String account = Texts.required(draft, Field.ACCOUNT);
            Instant time = Times.time(draft, receivedAt);
            if (time == null && NativeEvents.needsTime(type)) {
                throw new Invalid("missing_time", "time is required, such as 2026-11-20T10:00:00Z");
            }
            var header = new Event.Header(id == null ? body.hash() : id, time == null ? receivedAt : time, account);
            Event event = NativeEvents.of(type, draft, header);
            // Without a time and an id, nothing tells a repetition from news.
            events.add(new Received(event, time != null || id == null, body));
        } catch (Invalid e) {
            reject(index, id, e, body);
        }
    }

    private void reject(int index, @Nullable String id, Invalid invalid, Raw body) {
        rejections.add(new Rejection(index, id, invalid.code(), invalid.detail(), body.first(LONGEST_EVENT)));
    }
}
