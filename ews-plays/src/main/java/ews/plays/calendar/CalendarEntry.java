package ews.plays.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Something in a member's calendar. */
public sealed interface CalendarEntry {

    /** By which calendars know it again: {@code task-12}. */
    String uid();

    String title();

    /** May be empty. */
    String detail();

    /** Of the page about it: {@code /tasks/12}. */
    String path();

    /** Something for a day. */
    record OnDay(String uid, LocalDate day, String title, String detail, String path) implements CalendarEntry {}

    /** Something at a time. */
    record AtTime(String uid, Instant start, Duration length, String title, String detail, String path)
            implements CalendarEntry {}
}
