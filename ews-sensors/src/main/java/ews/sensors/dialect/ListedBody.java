package ews.sensors.dialect;

import ews.sensors.intake.Raw;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The outside of a body as product analytics send it: {@code {"batch":[…],"sentAt":…,"writeKey":…}}, a list of events with
 * what is true of all of them, or one event alone.
 */
public final class ListedBody {

    private static final int DEEPEST = 50;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final byte[] text;
    private final List<Slice> slices = new ArrayList<>();
    private final ObjectNode common = JSON.createObjectNode();
    private @Nullable String key;
    private boolean listed;

    /** @param depth 0 if it is no object */
    private record Slice(Raw raw, int depth) {}

    private ListedBody(byte[] text) {
        this.text = text;
    }

    /**
     * @throws MalformedBody if it is not JSON, or no object
     * @throws TooManyEvents if there are more than 10,000
     */
    public static ListedBody of(byte[] body) {
        JsonBody json = JsonBody.of(body);
        var read = new ListedBody(json.text());
        json.read(read::read);
        return read;
    }

    /** The source's key, which most clients send in the body; {@code null} if it is not there. */
    public @Nullable String key() {
        return key;
    }

    public int size() {
        return slices.size();
    }

    public Raw raw(int index) {
        return slices.get(index).raw;
    }

    /**
     * An event, with what its body says of all of them.
     *
     * @throws Invalid if it is none, or one that is too large
     */
    public Item item(int index) throws Invalid {
        Slice slice = slices.get(index);
        if (slice.depth == 0) {
            throw new Invalid("not_an_object", "an event must be an object such as {\"type\":\"track\",…}");
        }
        if (slice.raw.length() > BatchReader.LONGEST_EVENT) {
            throw new Invalid(
                    "event_too_large",
                    "an event may have at most %d bytes; got %d"
                            .formatted(BatchReader.LONGEST_EVENT, slice.raw.length()));
        }
        if (slice.depth > DEEPEST) {
            throw new Invalid(
                    "nested_too_deeply", "objects and lists may be nested at most %d deep".formatted(DEEPEST));
        }
        Item item = Item.of(slice.raw);
        if (listed) {
            item.addMissing(common);
        }
        return item;
    }

    private void read(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw JsonBody.unexpected(json, "an object such as {\"batch\":[…]}");
        }
        int start = offset(json);
        int depth = 1;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "batch" -> readBatch(json, value);
                case "context", "sentAt", "sent_at" -> depth = Math.max(depth, 1 + readCommon(name, json, value));
                case "writeKey", "api_key" -> key = value == JsonToken.VALUE_STRING ? json.getString() : null;
                default -> depth = Math.max(depth, 1 + depthOf(json, value));
            }
        }
        if (!listed) {
            slices.add(new Slice(since(json, start), depth));
        }
    }

    private void readBatch(JsonParser json, JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            throw JsonBody.unexpected(json, "a list of events");
        }
        listed = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (slices.size() == NativeDialect.MOST_EVENTS) {
                throw new TooManyEvents(NativeDialect.MOST_EVENTS);
            }
            int start = offset(json);
            if (json.currentToken() == JsonToken.START_OBJECT) {
                int depth = JsonBody.skip(json);
                slices.add(new Slice(since(json, start), depth));
            } else {
                json.skipChildren();
                json.finishToken();
                slices.add(new Slice(since(json, start), 0));
            }
        }
    }

    /** Keeps what is said once for all events of a batch. */
    private int readCommon(String name, JsonParser json, JsonToken value) {
        int start = offset(json);
        int depth = depthOf(json, value);
        json.finishToken();
        Raw raw = since(json, start);
        if (depth <= DEEPEST && raw.length() <= BatchReader.LONGEST_EVENT) {
            common.set(name, JSON.readTree(raw.bytes()));
        }
        return depth;
    }

    private static int depthOf(JsonParser json, JsonToken value) {
        return value.isStructStart() ? JsonBody.skip(json) : 0;
    }

    private static int offset(JsonParser json) {
        return (int) json.currentTokenLocation().getByteOffset();
    }

    private Raw since(JsonParser json, int start) {
        return new Raw(text, start, (int) json.currentLocation().getByteOffset() - start);
    }
}
