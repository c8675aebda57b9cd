package ews.sensors.dialect;

import ews.sensors.intake.Batch;
import ews.sensors.source.Source;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads our own JSON: {@code {"batchId":…,"events":[{"type":"usage","id":…,"time":…,"account":…},…]}}, token by token.
 * A bad event is rejected alone; only a body that is no such JSON fails as a whole. Unknown fields are kept in the log
 * and mean nothing. An event without an id gets one made from its text, so identical events of the same time count
 * once. An account or user event without a time happens when it is received.
 */
@Component
public class NativeDialect {

    /** In one request. */
    public static final int MOST_EVENTS = 10_000;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Lenient, so that one absurd event cannot make the others unreadable; what is absurd is rejected by itself. */
    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(40_000)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /**
     * @param body in UTF-8; the batch refers to it, so it must not be changed afterwards
     * @throws MalformedBody if it is not JSON, or not an object with {@code events}
     * @throws TooManyEvents if there are more than {@link #MOST_EVENTS}
     */
    public Batch read(Source source, byte[] body, Instant receivedAt) {
        byte[] text = withoutMark(body);
        int invalid = Utf8.firstInvalid(text);
        if (invalid >= 0) {
            throw new MalformedBody("The body must be JSON in UTF-8; byte %d is not.".formatted(invalid));
        }
        var reader = new BatchReader(text, receivedAt.truncatedTo(ChronoUnit.MILLIS));
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text, 0, text.length)) {
            reader.read(parser);
            if (parser.nextToken() != null) {
                throw new MalformedBody("Something follows the end of the JSON object%s.".formatted(at(parser)));
            }
        } catch (JacksonException e) {
            TokenStreamLocation where = e.getLocation();
            throw new MalformedBody("The body is not valid JSON%s: %s"
                    .formatted(where == null ? "" : at(where), Invalid.quoted(e.getOriginalMessage())));
        }
        return reader.batch(source);
    }

    static MalformedBody unexpected(JsonParser parser, String expected) {
        return new MalformedBody("Expected %s%s.".formatted(expected, at(parser)));
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
