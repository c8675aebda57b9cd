package ews.sensors.dialect;

import ews.sensors.intake.Raw;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event of another product's dialect, whose fields are judged as they are read. A field inside another one is named
 * with a point: {@code context.groupId}.
 */
public final class Item {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode node;

    private Item(ObjectNode node) {
        this.node = node;
    }

    /** @param body an object */
    public static Item of(Raw body) {
        return new Item((ObjectNode) JSON.readTree(body.bytes()));
    }

    /** The event as it is now, for the log. */
    public Raw raw() {
        return Raw.of(JSON.writeValueAsString(node));
    }

    /** Adds what the event does not say itself, since where it was sent to says it. */
    public void say(String name, String value) {
        node.put(name, value);
    }

    /** Adds what stands for the whole batch, where the event does not say it itself. */
    public void addMissing(ObjectNode common) {
        common.properties().forEach(it -> {
            JsonNode own = node.get(it.getKey());
            if (own == null || own.isNull()) {
                node.set(it.getKey(), it.getValue());
            } else if (own instanceof ObjectNode object && it.getValue() instanceof ObjectNode more) {
                new Item(object).addMissing(more);
            }
        });
    }

    public boolean has(String path) {
        return !at(path).isMissingNode();
    }

    /**
     * A name or key; numbers pass, since many systems number what they have. {@code null} if there is none, or it is blank.
     *
     * @throws Invalid if it is something else, or longer than 200 characters
     */
    public @Nullable String key(String path) throws Invalid {
        JsonNode value = at(path);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isString() && !value.isIntegralNumber()) {
            throw new Invalid("invalid_" + code(path), path + " must be a string in quotes");
        }
        String text = value.asString();
        return text.isBlank() ? null : Texts.key(code(path), path, text);
    }

    /** @throws Invalid also if there is none */
    public String requiredKey(String path) throws Invalid {
        String key = key(path);
        if (key == null) {
            throw new Invalid("missing_" + code(path), path + " is required");
        }
        return key;
    }

    /** Text that must be as the dialect says to mean anything; empty for anything else. */
    public String word(String path) {
        JsonNode value = at(path);
        return value.isString() ? value.asString() : "";
    }

    /** Whether it says "no". */
    public boolean isFalse(String path) {
        JsonNode value = at(path);
        return value.isBoolean() && !value.asBoolean();
    }

    /** @throws Invalid if it is no time with a zone, or one in which nothing can have happened */
    public @Nullable Instant time(String path, Instant receivedAt) throws Invalid {
        Instant time = anyTime(path);
        if (time != null) {
            Times.check(path, time, receivedAt);
        }
        return time;
    }

    /** Whatever a clock that is wrong may say. */
    public @Nullable Instant anyTime(String path) throws Invalid {
        JsonNode value = at(path);
        return value.isMissingNode() ? null : Times.parsed(path, value.isString() ? value.asString() : "");
    }

    /**
     * What an object says of somebody, as attributes. Objects in it are named with points. What cannot be an attribute, such
     * as a list or a value of more than 1,000 characters, stays in the log only.
     */
    public Map<String, @Nullable String> attributes(String path) throws Invalid {
        JsonNode value = at(path);
        if (value.isMissingNode()) {
            return Map.of();
        }
        if (!(value instanceof ObjectNode object)) {
            throw new Invalid("invalid_" + code(path), path + " must be an object such as {\"name\":\"Acme\"}");
        }
        var attributes = new LinkedHashMap<String, @Nullable String>();
        collect("", object, attributes);
        return attributes;
    }

    private static void collect(String prefix, ObjectNode object, Map<String, @Nullable String> attributes) {
        object.properties().forEach(it -> {
            String name = prefix + it.getKey();
            JsonNode value = it.getValue();
            if (value instanceof ObjectNode inner) {
                collect(name + ".", inner, attributes);
            } else if (isAttribute(name, value)) {
                attributes.put(name, value.isNull() ? null : value.asString());
            }
        });
    }

    private static boolean isAttribute(String name, JsonNode value) {
        return !name.isBlank()
                && name.length() <= Texts.SHORT
                && Texts.unstorable(name) == null
                && value.isValueNode()
                && value.asString().length() <= Texts.LONGEST_ATTRIBUTE
                && Texts.unstorable(value.asString()) == null;
    }

    /** Missing, too, if it is null. */
    private JsonNode at(String path) {
        JsonNode found = node;
        for (String name : path.split("\\.")) {
            found = found.path(name);
        }
        return found.isNull() ? found.path("none") : found;
    }

    /** The name in codes: {@code context.groupId} is {@code context_group_id}. */
    private static String code(String path) {
        return path.replace('.', '_').replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
