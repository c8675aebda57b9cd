package ews.dashboard.today;

import ews.plays.checkin.NextCheckIn;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * The check-ins of a member.
 *
 * @param due how many are due today, or were before
 * @param overdue how many of them were before
 * @param next the most urgent ones of the next {@value #DAYS_AHEAD} days, those that are due among them
 */
record CheckInsDue(long due, long overdue, List<NextCheckIn> next) {

    static final int DAYS_AHEAD = 14;

    /** @param byDay how many are due on which day, up to today */
    static CheckInsDue of(SortedMap<LocalDate, Long> byDay, List<NextCheckIn> next, LocalDate today) {
        return new CheckInsDue(sum(byDay), sum(byDay.headMap(today)), next);
    }

    private static long sum(SortedMap<LocalDate, Long> byDay) {
        return byDay.values().stream().mapToLong(it -> it).sum();
    }

    /** For example {@code 3 are due, 2 of them overdue.} */
    public String text() {
        if (due == 0) {
            return next.isEmpty() ? "None is due." : "None is due today.";
        }
        String some = due == 1 ? "1 is due" : due + " are due";
        if (overdue == 0) {
            return some + ".";
        }
        if (overdue < due) {
            return some + ", %d of them overdue.".formatted(overdue);
        }
        return some + (due == 1 ? ", overdue." : ", all of them overdue.");
    }
}
