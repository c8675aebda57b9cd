package ews.sensors.cloudevents;

import ews.domain.event.EventType;
import ews.sensors.dialect.Invalid;
import ews.sensors.dialect.JsonBody;
import ews.sensors.dialect.MalformedBody;
import ews.sensors.dialect.NativeDialect;
import ews.sensors.dialect.TooManyEvents;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Raw;
import ews.sensors.intake.Rejection;
import ews.sensors.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Unwraps CloudEvents 1.0 into our own events: one whose type is that of ours has its fields as data, any other is usage of
 * a feature of the name of its type. The account is the extension {@code account}, else that of the data, else the subject;
 * what makes an event unique is its source with its id, as the specification has it.
 */
@Component
public class CloudEvents {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_BODY = 32 * 1024;
    private static final Set<String> OWN_TYPES =
            Arrays.stream(EventType.values()).map(EventType::code).collect(Collectors.toUnmodifiableSet());

    private final NativeDialect dialect;

    CloudEvents(NativeDialect dialect) {
        this.dialect = dialect;
    }

    /**
     * @param body one event with its envelope
     * @throws MalformedBody if it is no JSON object
     */
    public Batch structured(Source source, byte[] body, Instant receivedAt) {
        return read(source, List.of(parsed(body)), receivedAt);
    }

    /**
     * @param body a list of events with their envelopes
     * @throws MalformedBody if it is no list of JSON objects
     * @throws TooManyEvents if there are more than 10,000
     */
    public Batch batch(Source source, byte[] body, Instant receivedAt) {
        if (!(parsed(body) instanceof ArrayNode list)) {
            throw new MalformedBody("A batch of CloudEvents must be a list: [{\"specversion\":\"1.0\",…},…].");
        }
        if (list.size() > NativeDialect.MOST_EVENTS) {
            throw new TooManyEvents(NativeDialect.MOST_EVENTS);
        }
        return read(source, list.valueStream().toList(), receivedAt);
    }

    /**
     * @param attributes of the envelope, which came as headers, by their names without {@code ce-}
     * @param data JSON, or nothing
     * @throws MalformedBody if the data is something else
     */
    public Batch binary(Source source, Map<String, String> attributes, byte[] data, Instant receivedAt) {
        ObjectNode event = JSON.createObjectNode();
        attributes.forEach(event::put);
        if (data.length > 0) {
            event.set("data", parsed(data));
        }
        return read(source, List.of(event), receivedAt);
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(JsonBody.of(body).text());
        } catch (JacksonException e) {
            throw new MalformedBody("The body is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private Batch read(Source source, List<JsonNode> events, Instant receivedAt) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode own = body.putArray("events");
        var places = new ArrayList<Integer>();
        var rejections = new ArrayList<Rejection>();
        for (int i = 0; i < events.size(); i++) {
            JsonNode event = events.get(i);
            Invalid problem = problem(event);
            if (problem == null) {
                places.add(i);
                own.add(unwrapped((ObjectNode) event));
            } else {
                String id = event.path("id").asString("");
                rejections.add(new Rejection(
                        i,
                        id.isEmpty() || id.length() > LONGEST_ID ? null : id,
                        problem.code(),
                        problem.detail(),
                        Raw.of(JSON.writeValueAsString(event)).first(LONGEST_BODY)));
            }
        }
        Batch read = dialect.read(source, JSON.writeValueAsBytes(body), receivedAt);
        read.rejections()
                .forEach(it -> rejections.add(
                        new Rejection(places.get(it.index()), it.messageId(), it.code(), it.detail(), it.body())));
        rejections.sort(Comparator.comparingInt(Rejection::index));
        return new Batch(
                source,
                read.dialect(),
                null,
                read.receivedAt(),
                read.events(),
                read.people(),
                read.ignored(),
                rejections);
    }

    /** What is wrong with the envelope, without which nothing tells an event from another; {@code null} if nothing is. */
    private static @Nullable Invalid problem(JsonNode event) {
        if (!event.isObject()) {
            return new Invalid("not_an_object", "a CloudEvent must be an object such as {\"specversion\":\"1.0\",…}");
        }
        if (!event.path("specversion").asString("").startsWith("1.")) {
            return new Invalid("unknown_specversion", "specversion must be 1.0");
        }
        return Stream.of("id", "source", "type")
                .filter(it ->
                        !event.path(it).isString() || event.path(it).asString().isBlank())
                .findFirst()
                .map(it -> new Invalid("missing_" + it, it + " is required, as a string"))
                .orElse(null);
    }

    private static ObjectNode unwrapped(ObjectNode event) {
        ObjectNode own = JSON.createObjectNode();
        if (event.get("data") instanceof ObjectNode data) {
            own.setAll(data);
        }
        String type = event.path("type").asString("");
        String plain = type.replaceFirst("^(io\\.)?ews\\.", "");
        own.put("type", OWN_TYPES.contains(plain) ? plain : "usage");
        if (!OWN_TYPES.contains(plain)) {
            own.put("name", type);
        }
        own.put("id", id(event));
        take(own, "time", event.get("time"));
        take(own, "account", first(event.get("account"), own.get("account"), event.get("subject")));
        take(own, "user", first(event.get("user"), own.get("user")));
        own.set("cloudevent", envelope(event));
        return own;
    }

    private static String id(ObjectNode event) {
        String id = event.path("source").asString("") + "#" + event.path("id").asString("");
        return id.length() <= LONGEST_ID ? id : Raw.of(id).hash();
    }

    private static @Nullable JsonNode first(@Nullable JsonNode... candidates) {
        return Arrays.stream(candidates)
                .filter(it -> it != null && !it.isNull())
                .findFirst()
                .orElse(null);
    }

    private static void take(ObjectNode own, String field, @Nullable JsonNode value) {
        if (value == null) {
            own.remove(field);
        } else {
            own.set(field, value);
        }
    }

    /** What the envelope says, for the log; the data is beside it already. */
    private static ObjectNode envelope(ObjectNode event) {
        ObjectNode envelope = event.deepCopy();
        envelope.remove(List.of("data", "data_base64"));
        return envelope;
    }
}
