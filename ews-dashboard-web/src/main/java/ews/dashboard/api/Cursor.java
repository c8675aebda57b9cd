package ews.dashboard.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;

/** Where the next page begins: after the row with these values. Opaque to clients, and stable while rows come and go. */
record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\n";

    static Cursor after(Object... parts) {
        return new Cursor(List.of(parts).stream().map(Object::toString).toList());
    }

    /** After what happened at this time, to the microsecond, which is how exactly the database knows it. */
    static Cursor after(Instant time, long id) {
        long micros = Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
        return new Cursor(List.of(Long.toString(micros), Long.toString(id)));
    }

    static Cursor parse(String text, int parts) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            var cursor = new Cursor(List.of(decoded.split(SEPARATOR, parts)));
            if (cursor.parts.size() != parts || decoded.indexOf('\0') >= 0) {
                throw unusable();
            }
            return cursor;
        } catch (IllegalArgumentException e) {
            throw unusable();
        }
    }

    private static Problem unusable() {
        return Problem.badRequest("This cursor is not one of this list; take \"next\" of the page before, unchanged.");
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(UTF_8));
    }

    String string(int part) {
        return parts.get(part);
    }

    long number(int part) {
        try {
            return Long.parseLong(parts.get(part));
        } catch (NumberFormatException e) {
            throw unusable();
        }
    }

    LocalDate day(int part) {
        try {
            return Parameters.parseDay(parts.get(part));
        } catch (DateTimeParseException e) {
            throw unusable();
        }
    }
}
