package ews.dashboard.checkins;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.plays.checkin.CheckInResult;
import ews.plays.touchpoint.TouchpointKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A check-in as typed. */
record CheckInForm(
        @Nullable String kind,
        @Nullable String day,
        @Nullable String result,
        @Nullable String note) {

    /** A touchpoint begins with the result, for which it needs room. */
    static final int LONGEST_NOTE = 3_900;

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /** What was typed, where all of it is right. */
    record Said(TouchpointKind kind, LocalDate day, CheckInResult result, String note) {}

    static CheckInForm blank(LocalDate today) {
        return new CheckInForm(TouchpointKind.CALL.code(), today.toString(), null, "");
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Said> read(Fields fields, LocalDate today) {
        Optional<CheckInResult> how = chosen("result", result, CheckInResult::of, "Please say how it went.", fields);
        Optional<TouchpointKind> where =
                chosen("kind", kind, TouchpointKind::of, "Please say in which way it took place.", fields);
        Optional<LocalDate> when = fields.day("day", typed(day), today);
        if (when.isPresent() && when.get().isAfter(today)) {
            fields.wrong("day", "This day is still to come: log a check-in once it has taken place.");
        } else if (when.isPresent() && when.get().isBefore(EARLIEST)) {
            fields.wrong("day", "A day from %s on.".formatted(EARLIEST));
        }
        Optional<String> said = fields.lines("note", typed(note), LONGEST_NOTE);
        return fields.areRight()
                ? Optional.of(new Said(where.orElseThrow(), when.orElseThrow(), how.orElseThrow(), said.orElseThrow()))
                : Optional.empty();
    }

    private static <T> Optional<T> chosen(
            String field, @Nullable String code, Function<String, T> read, String problem, Fields fields) {
        try {
            return Optional.of(read.apply(typed(code)));
        } catch (IllegalArgumentException _) {
            fields.wrong(field, problem);
            return Optional.empty();
        }
    }
}
