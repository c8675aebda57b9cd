package ews.dashboard.meetings;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.domain.time.OrganisationDays;
import ews.domain.time.WallClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** When a meeting is, as typed: a day, a time of the organisation's zone, and how many minutes. */
record Slot(
        @Nullable String day,
        @Nullable String time,
        @Nullable String minutes) {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 1440;

    static Slot of(LocalDate day, LocalTime time, int minutes) {
        return new Slot(day.toString(), time.toString(), Integer.toString(minutes));
    }

    static Slot of(Instant start, int minutes, OrganisationDays days) {
        var local = start.atZone(days.zone());
        return of(local.toLocalDate(), local.toLocalTime(), minutes);
    }

    /** What the slot says, once it is right. */
    record Span(Instant start, int minutes) {}

    /** {@code null} if something is wrong, which {@code fields} then tells. */
    @Nullable
    Span read(Fields fields, OrganisationDays days) {
        LocalDate on = fields.day("day", typed(day), LocalDate.EPOCH).orElse(null);
        if (typed(day).isEmpty()) {
            fields.wrong("day", "Please choose a day.");
        }
        LocalTime at = fields.time("time", typed(time));
        if (typed(time).isEmpty()) {
            fields.wrong("time", "Please choose a time.");
        }
        OptionalInt lasts = fields.whole("minutes", typed(minutes), SHORTEST, LONGEST);
        if (on == null || at == null || lasts.isEmpty() || !fields.areRight()) {
            return null;
        }
        var clock = new WallClock(days.zone());
        if (!clock.shows(on, at)) {
            fields.wrong("time", "On that day the clock leaps over this time. Please choose another.");
            return null;
        }
        Instant start = clock.at(on, at).toInstant();
        if (!start.isAfter(days.now())) {
            fields.wrong("day", "Please choose a time to come.");
            return null;
        }
        return new Span(start, lasts.getAsInt());
    }
}
