package ews.sensors.dialect;

import static ews.sensors.dialect.Invalid.quoted;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Judges times and dates. */
public final class Times {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2200;
    private static final long MILLIS_PER_DAY = 86_400_000;

    /** ISO 8601 with any form of offset: {@code Z}, {@code +02:00}, {@code +0200}, {@code +02}. */
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    static @Nullable Instant time(Draft draft, Instant receivedAt) throws Invalid {
        JsonToken token = draft.token(Field.TIME);
        if (token == null) {
            return null;
        }
        Instant time = parsed("time", token == JsonToken.VALUE_STRING ? draft.text(Field.TIME) : "");
        check("time", time, receivedAt);
        return time;
    }

    /** Whether something can have happened then. */
    public static void check(String what, Instant time, Instant receivedAt) throws Invalid {
        if (time.isBefore(EARLIEST)) {
            throw new Invalid("time_too_early", what + " must not be before 2000-01-01");
        }
        if (time.isAfter(receivedAt.plus(AHEAD))) {
            throw new Invalid(
                    "time_in_future",
                    "%s must not be more than 24 hours ahead; it is %s now: check the sender's clock"
                            .formatted(what, receivedAt));
        }
    }

    static @Nullable LocalDate date(Draft draft, Field field) throws Invalid {
        JsonToken token = draft.token(field);
        if (token == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(token == JsonToken.VALUE_STRING ? draft.text(field) : "");
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw new Invalid(
                "invalid_" + field.code(),
                "%s must be a date such as 2026-12-01%s".formatted(field.wire(), got(draft.text(field))));
    }

    /**
     * To the millisecond.
     *
     * @param what is the time of, for the message
     * @throws Invalid if it is not in ISO 8601 with a zone
     */
    public static Instant parsed(String what, String text) throws Invalid {
        long plain = plainUtc(text);
        if (plain != Long.MIN_VALUE) {
            return Instant.ofEpochMilli(plain);
        }
        try {
            return OffsetDateTime.parse(text, WITH_OFFSET).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException _) {
            throw new Invalid(
                    "invalid_time", what + " must be ISO 8601 with a zone, such as 2026-11-20T10:00:00Z" + got(text));
        }
    }

    /**
     * The common form {@code 2026-11-20T10:00:00Z}, with or without up to nine decimals, ten times faster than the
     * formatter; {@code Long.MIN_VALUE} for anything else.
     */
    private static long plainUtc(String text) {
        int length = text.length();
        if (length < 20
                || length > 30
                || text.charAt(length - 1) != 'Z'
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || (length > 20 && (length == 21 || text.charAt(19) != '.'))) {
            return Long.MIN_VALUE;
        }
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int year = digits(text, 0, 4);
        int fraction = length > 20 ? digits(text, 20, length - 1) : 0;
        // A day after the 28th may not exist in its month: the formatter knows.
        boolean plain = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
        if (!plain || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || fraction < 0) {
            return Long.MIN_VALUE;
        }
        int millis = length == 20 ? 0 : digits((text.substring(20, length - 1) + "00"), 0, 3);
        return LocalDate.of(year, month, day).toEpochDay() * MILLIS_PER_DAY
                + ((hour * 60L + minute) * 60 + second) * 1000
                + millis;
    }

    /** -1 unless all of them are digits. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static String got(String text) {
        return text.isEmpty() ? "" : "; got " + quoted(text);
    }
}
