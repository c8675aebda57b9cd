package ews.sensors.dialect;

import java.util.Arrays;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** A body that is one JSON object in UTF-8, read token by token; what is wrong with it is told in words. */
public final class JsonBody {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Lenient, so that one absurd event cannot make the others unreadable; what is absurd is rejected by itself. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(40_000)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final byte[] text;

    private JsonBody(byte[] text) {
        this.text = text;
    }

    /**
     * @param body in UTF-8; events may refer to it, so it must not be changed afterwards
     * @throws MalformedBody if it is not in UTF-8
     */
    public static JsonBody of(byte[] body) {
        byte[] text = withoutMark(body);
        int invalid = Utf8.firstInvalid(text);
        if (invalid >= 0) {
            throw new MalformedBody("The body must be JSON in UTF-8; byte %d is not.".formatted(invalid));
        }
        return new JsonBody(text);
    }

    /** Without what some editors put before it. */
    public byte[] text() {
        return text;
    }

    /**
     * Reads it once from its beginning to its end.
     *
     * @throws MalformedBody if it is not JSON, or something follows that object
     */
    public void read(Consumer<JsonParser> reader) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text, 0, text.length)) {
            reader.accept(parser);
            if (parser.nextToken() != null) {
                throw new MalformedBody("Something follows the end of the JSON object%s.".formatted(at(parser)));
            }
        } catch (JacksonException e) {
            TokenStreamLocation where = e.getLocation();
            throw new MalformedBody("The body is not valid JSON%s: %s"
                    .formatted(where == null ? "" : at(where), Invalid.quoted(e.getOriginalMessage())));
        }
    }

    public static MalformedBody unexpected(JsonParser parser, String expected) {
        return new MalformedBody("Expected %s%s.".formatted(expected, at(parser)));
    }

    /** Goes to the end of the object or list that has just begun, and says how deep it is nested, 1 for a flat one. */
    public static int skip(JsonParser json) {
        int depth = 1;
        int deepest = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token.isStructStart()) {
                depth++;
                deepest = Math.max(deepest, depth);
            } else if (token.isStructEnd()) {
                depth--;
            }
        }
        return deepest;
    }

    private static String at(JsonParser parser) {
        return at(parser.currentTokenLocation());
    }

    private static String at(TokenStreamLocation where) {
        return " at line %d, column %d".formatted(where.getLineNr(), where.getColumnNr());
    }

    private static byte[] withoutMark(byte[] body) {
        return body.length >= 3 && Arrays.equals(body, 0, 3, BYTE_ORDER_MARK, 0, 3)
                ? Arrays.copyOfRange(body, 3, body.length)
                : body;
    }
}
