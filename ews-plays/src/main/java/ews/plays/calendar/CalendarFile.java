package ews.plays.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes calendars as RFC 5545 has them. Times are in UTC, which every calendar shows in its reader's zone. */
public final class CalendarFile {

    private static final String WHO = "-//EWS//Early Warning System//EN";

    private CalendarFile() {}

    /**
     * @param start an instant, or a day for something that is not at a time
     * @param end after the start; of the same type
     */
    public static VEvent event(String uid, Instant now, Temporal start, Temporal end, String title, String detail) {
        var event = new VEvent(false);
        event.add(new Uid(uid));
        event.add(new DtStamp(now));
        event.add(new DtStart<>(start));
        event.add(new DtEnd<>(end));
        event.add(new Summary(title));
        if (!detail.isBlank()) {
            event.add(new Description(detail));
        }
        return event;
    }

    /** @param method what a calendar does with it */
    public static String invitation(Method method, VEvent event) {
        Calendar calendar = blank();
        calendar.add(method);
        calendar.add(event);
        return written(calendar);
    }

    static String feed(String name, List<VEvent> events) {
        Calendar calendar = blank();
        calendar.add(new XProperty("X-WR-CALNAME", name));
        events.forEach(calendar::add);
        return written(calendar);
    }

    private static Calendar blank() {
        var calendar = new Calendar();
        calendar.add(new ProdId(WHO));
        calendar.add(ImmutableVersion.VERSION_2_0);
        return calendar;
    }

    private static String written(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException("A string can be written to", e);
        }
        return text.toString();
    }
}
