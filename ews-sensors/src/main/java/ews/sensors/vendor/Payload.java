package ews.sensors.vendor;

import ews.sensors.dialect.Invalid;
import ews.sensors.dialect.Times;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a delivery says, found by JSON pointers such as {@code /data/item/id}. Of several, the first counts that says
 * something: what is missing, null, blank or no plain value does not.
 */
public record Payload(JsonNode body) {

    private static final int SECONDS = 10;
    private static final int MILLIS = 13;

    public @Nullable String text(String... pointers) {
        return Stream.of(pointers)
                .map(it -> body.at(it).asString("").strip())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /**
     * @param what is needed, as people call it
     * @throws Invalid if nothing says it
     */
    public String required(String what, String... pointers) throws Invalid {
        String text = text(pointers);
        if (text == null) {
            throw new Invalid("missing_" + what, "%s is required, in %s".formatted(what, named(pointers)));
        }
        return text;
    }

    /**
     * A time as vendors write it: in seconds or milliseconds since 1970, or in ISO 8601.
     *
     * @throws Invalid if nothing says it, or it is something else
     */
    public Instant time(String... pointers) throws Invalid {
        String text = required("time", pointers);
        boolean number = text.chars().allMatch(it -> it >= '0' && it <= '9');
        return number && text.length() <= SECONDS
                ? Instant.ofEpochSecond(Long.parseLong(text))
                : number && text.length() <= MILLIS
                        ? Instant.ofEpochMilli(Long.parseLong(text))
                        : Times.parsed(named(pointers), text);
    }

    /** An id that says of what it is, if it is only a number: {@code organization 42}. */
    public @Nullable String id(String of, String... pointers) {
        String id = text(pointers);
        boolean number = id != null && id.chars().allMatch(Character::isDigit);
        return number ? of + " " + id : id;
    }

    /** An e-mail address in lower case, so that the same person has one. */
    public @Nullable String email(String... pointers) {
        return Stream.of(pointers)
                .map(it -> body.at(it).asString("").strip().toLowerCase(Locale.ROOT))
                .filter(it -> it.indexOf('@') > 0 && it.indexOf('@') < it.length() - 1)
                .findFirst()
                .orElse(null);
    }

    public static @Nullable String first(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return null;
    }

    private static String named(String... pointers) {
        return pointers[0].substring(1).replace('/', '.');
    }
}
