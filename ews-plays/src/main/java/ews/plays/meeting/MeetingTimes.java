package ews.dashboard.meetings;

import ews.domain.time.OrganisationDays;
import ews.plays.meeting.Meeting;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** How the times of meetings read: whoever is invited may be elsewhere, so the zone is said. */
final class MeetingTimes {

    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter END = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private MeetingTimes() {}

    /** For example {@code Monday 23 November 2026, 10:00–10:30 (Central European Time)}. */
    static String say(Meeting meeting, OrganisationDays days) {
        return "%s–%s (%s)"
                .formatted(
                        START.format(meeting.start().atZone(days.zone())),
                        END.format(meeting.end().atZone(days.zone())),
                        name(days.zone()));
    }

    static String name(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
