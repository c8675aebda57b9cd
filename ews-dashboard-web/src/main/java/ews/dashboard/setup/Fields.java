package ews.dashboard.setup;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a form and gathers what is wrong with them. Forms keep their fields as they were typed, so that a
 * page that says what to change can show them again.
 */
public final class Fields {

    private final Map<String, String> errors = new LinkedHashMap<>();

    /** Only the first error of a field is kept: one thing to do at a time. */
    public void wrong(String field, String message) {
        errors.putIfAbsent(field, message);
    }

    /** By field, for the page. */
    public Map<String, String> errors() {
        return errors;
    }

    public boolean areRight() {
        return errors.isEmpty();
    }

    public Optional<String> text(String field, String typed, int longest) {
        return text(field, typed, longest, "", "No line breaks or control characters here.");
    }

    /** A text that may have several lines, which are ended by a line feed alone. */
    public Optional<String> lines(String field, String typed, int longest) {
        return text(field, typed.replace("\r\n", "\n"), longest, "\n\t", "No control characters here.");
    }

    private Optional<String> text(String field, String text, int longest, String allowed, String problem) {
        if (text.isEmpty()) {
            wrong(field, "Please fill this in.");
        } else if (text.length() > longest) {
            wrong(field, "At most %,d characters; this has %,d.".formatted(longest, text.length()));
        } else if (text.chars().anyMatch(it -> Character.isISOControl(it) && allowed.indexOf(it) < 0)) {
            wrong(field, problem);
        } else {
            return Optional.of(text);
        }
        return Optional.empty();
    }

    public OptionalInt whole(String field, String typed, int least, int most) {
        if (typed.matches("-?[0-9]{1,9}")) {
            int number = Integer.parseInt(typed);
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        }
        wrong(field, "A whole number from %d to %d.".formatted(least, most));
        return OptionalInt.empty();
    }

    public OptionalDouble number(String field, String typed) {
        if (typed.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            return OptionalDouble.of(Double.parseDouble(typed));
        }
        wrong(field, "A number, like 40 or 12.5.");
        return OptionalDouble.empty();
    }

    /** A day, or {@code ifEmpty} where nothing was typed. */
    public Optional<LocalDate> day(String field, String typed, LocalDate ifEmpty) {
        if (typed.isEmpty()) {
            return Optional.of(ifEmpty);
        }
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException _) {
            wrong(field, "A day as YYYY-MM-DD, like 2026-12-01.");
            return Optional.empty();
        }
    }

    /** A time of the day; {@code null} where nothing was typed, or nothing that is one. */
    public @Nullable LocalTime time(String field, String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalTime.parse(typed);
        } catch (DateTimeParseException _) {
            wrong(field, "A time of the day, like 07:30.");
            return null;
        }
    }

    public <E extends Enum<E>> Optional<E> constant(String field, Class<E> type, String typed) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(typed)) {
                return Optional.of(constant);
            }
        }
        wrong(field, "Please choose one.");
        return Optional.empty();
    }

    /** What was typed, without spaces around it; a field that the browser did not send counts as empty. */
    public static String typed(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** A number as one would type it: {@code 40} rather than {@code 40.0}. */
    public static String typed(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
