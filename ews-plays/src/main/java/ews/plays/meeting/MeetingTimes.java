package ews.plays.meeting;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** How the times of meetings read: whoever is invited may be elsewhere, so the zone is said. */
public final class MeetingTimes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private MeetingTimes() {}

    /**
     * For example {@code Monday 23 November 2026, 10:00–10:30 (Central European Time)}, with the day of the end where that
     * is another.
     */
    public static String say(Meeting meeting, ZoneId zone) {
        ZonedDateTime start = meeting.start().atZone(zone);
        ZonedDateTime end = meeting.end().atZone(zone);
        return "%s%s (%s)"
                .formatted(
                        DAY.format(start),
                        start.toLocalDate().equals(end.toLocalDate())
                                ? "–" + TIME.format(end)
                                : " to " + DAY.format(end),
                        name(zone));
    }

    public static String name(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
