package ews.sensors.dialect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One event as it stands in the message, field by field and not yet judged. Reused from event to event. */
final class Draft {

    /** No honest event nests deeper, and what is logged must stay readable by any JSON library. */
    private static final int DEEPEST = 50;

    private static final int FIELDS = Field.values().length;

    private final @Nullable String[] texts = new @Nullable String[FIELDS];
    private final @Nullable JsonToken[] tokens = new @Nullable JsonToken[FIELDS];
    private Map<String, @Nullable String> attributes = Map.of();
    private @Nullable Invalid problem;

    /** Reads the object whose start is the parser's current token, up to its end. */
    void read(JsonParser json) {
        Arrays.fill(texts, null);
        Arrays.fill(tokens, null);
        attributes = Map.of();
        problem = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            Field field = Field.of(json.currentName());
            JsonToken value = json.nextToken();
            if (field == Field.ATTRIBUTES && value == JsonToken.START_OBJECT) {
                readAttributes(json);
            } else if (value.isStructStart()) {
                skip(json);
            }
            if (field != null) {
                tokens[field.ordinal()] = value;
                texts[field.ordinal()] = value == JsonToken.VALUE_STRING || value.isNumeric() ? json.getString() : null;
            }
        }
    }

    private void readAttributes(JsonParser json) {
        attributes = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isStructStart()) {
                skip(json);
                problem = new Invalid(
                        "invalid_attribute",
                        "attribute %s must be a string, a number, true, false or null".formatted(Invalid.quoted(name)));
            } else {
                attributes.put(name, value == JsonToken.VALUE_NULL ? null : json.getString());
            }
        }
    }

    private void skip(JsonParser json) {
        int deepest = JsonBody.skip(json);
        if (deepest > DEEPEST) {
            problem = new Invalid(
                    "nested_too_deeply", "objects and lists may be nested at most %d deep".formatted(DEEPEST));
        }
    }

    /** Fails if something was seen on the way that no event may contain. */
    void check() throws Invalid {
        if (problem != null) {
            throw problem;
        }
    }

    /** {@code null} if the field is missing or null; for text and numbers see {@link #text}. */
    @Nullable
    JsonToken token(Field field) {
        JsonToken token = tokens[field.ordinal()];
        return token == JsonToken.VALUE_NULL ? null : token;
    }

    /** What stands there, for text and numbers; empty for anything else. */
    String text(Field field) {
        String text = texts[field.ordinal()];
        return text == null ? "" : text;
    }

    Map<String, @Nullable String> attributes() {
        return attributes;
    }
}
