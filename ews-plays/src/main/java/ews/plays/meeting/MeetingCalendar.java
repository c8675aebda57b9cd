package ews.plays.meeting;

import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import ews.plays.calendar.CalendarEntries;
import ews.plays.calendar.CalendarEntry.AtTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The meetings that a member has invited to in their calendar. */
@Component
class MeetingCalendar implements CalendarEntries {

    private final MeetingLists meetings;
    private final OrganisationDays days;

    MeetingCalendar(MeetingLists meetings, OrganisationDays days) {
        this.meetings = meetings;
        this.days = days;
    }

    @Override
    public List<AtTime> of(MemberId member, LocalDate from) {
        return meetings.of(member, days.startOf(from)).stream()
                .map(MeetingCalendar::entry)
                .toList();
    }

    private static AtTime entry(Meeting meeting) {
        String with = "With " + meeting.guestNames() + (meeting.place().isEmpty() ? "" : ". " + meeting.place());
        return new AtTime(
                "own-meeting-" + meeting.id(),
                meeting.start(),
                Duration.ofMinutes(meeting.minutes()),
                "%s: %s".formatted(meeting.accountName(), meeting.title()),
                with,
                "/meetings/" + meeting.id());
    }
}
