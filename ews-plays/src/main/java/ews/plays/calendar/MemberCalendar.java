package ews.plays.calendar;

import ews.domain.member.Member;
import ews.domain.time.OrganisationDays;
import ews.plays.calendar.CalendarEntry.AtTime;
import ews.plays.calendar.CalendarEntry.OnDay;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.springframework.stereotype.Component;

/** A member's own tasks and meetings as a calendar to subscribe to. */
@Component
public class MemberCalendar {

    private static final int DAYS_BACK = 30;

    private final List<CalendarEntries> all;
    private final OrganisationDays days;

    MemberCalendar(List<CalendarEntries> all, OrganisationDays days) {
        this.all = all;
        this.days = days;
    }

    /** @param base of the addresses of pages: {@code https://ews.example.com} */
    public String of(Member member, String base) {
        LocalDate from = days.today().minusDays(DAYS_BACK);
        List<VEvent> events = all.stream()
                .flatMap(entries -> entries.of(member.id(), from).stream())
                .map(entry -> event(entry, base))
                .toList();
        return CalendarFile.feed("Early Warning", events);
    }

    private VEvent event(CalendarEntry entry, String base) {
        String page = base + entry.path();
        String detail = entry.detail().isBlank() ? page : entry.detail() + "\n\n" + page;
        String uid = entry.uid() + "@ews";
        VEvent event = switch (entry) {
            case OnDay it -> {
                VEvent onDay =
                        CalendarFile.event(uid, days.now(), it.day(), it.day().plusDays(1), it.title(), detail);
                // Somebody with a task is free all the same.
                onDay.add(ImmutableTransp.TRANSPARENT);
                yield onDay;
            }
            case AtTime it ->
                CalendarFile.event(uid, days.now(), it.start(), it.start().plus(it.length()), it.title(), detail);
        };
        event.add(new Url(URI.create(page)));
        return event;
    }
}
