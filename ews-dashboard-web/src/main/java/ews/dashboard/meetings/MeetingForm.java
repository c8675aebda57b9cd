package ews.dashboard.meetings;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.meetings.Slot.Span;
import ews.dashboard.setup.Fields;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as typed.
 *
 * @param to the ids of the contacts who are invited
 * @param find what the contacts that are shown have in their name, address or role
 * @param subject what the meeting is called
 * @param key of the form: what is sent twice with the same key is one meeting
 */
record MeetingForm(
        @Nullable List<Long> to,
        @Nullable String find,
        @Nullable String subject,
        @Nullable String day,
        @Nullable String time,
        @Nullable String minutes,
        @Nullable String place,
        @Nullable String detail,
        @Nullable String key) {

    /** What the form says, once it is right. */
    record Details(String subject, Span span, String place, String detail) {}

    List<Long> chosen() {
        return to == null ? List.of() : to;
    }

    MeetingForm with(Slot slot) {
        return new MeetingForm(to, find, subject, slot.day(), slot.time(), slot.minutes(), place, detail, key);
    }

    MeetingForm withKey() {
        return new MeetingForm(
                to,
                find,
                subject,
                day,
                time,
                minutes,
                place,
                detail,
                typed(key).matches("[0-9a-f-]{36}") ? key : UUID.randomUUID().toString());
    }

    /** Empty if something is wrong, which {@code fields} then tells. */
    Optional<Details> read(Fields fields, OrganisationDays days) {
        if (chosen().isEmpty()) {
            fields.wrong("to", "Please choose whom to invite.");
        }
        Optional<String> called = fields.text("subject", typed(subject), Written.LINE);
        Span span = new Slot(day, time, minutes).read(fields, days);
        if (!typed(place).isEmpty()) {
            fields.text("place", typed(place), Written.LINE);
        }
        if (!typed(detail).isEmpty()) {
            fields.lines("detail", typed(detail), Written.TEXT);
        }
        return span != null && called.isPresent() && fields.areRight()
                ? Optional.of(new Details(called.get(), span, typed(place), typed(detail)))
                : Optional.empty();
    }
}
