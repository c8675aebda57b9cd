package ews.dashboard.checkins;

import ews.dashboard.view.Paging;
import ews.plays.checkin.NextCheckIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A page of the next check-ins by when they are due, the overdue ones first.
 *
 * @param due how many of all pages are due today, or were before
 */
record CheckInList(List<Group> groups, long due, Paging paging) {

    static final int PAGE_SIZE = 100;
    /** How far ahead the list looks. */
    static final int DAYS_AHEAD = 30;

    /**
     * Check-ins that are due at about the same time; never empty.
     *
     * @param count of all pages, where {@code checkIns} are those of this one
     */
    record Group(String label, boolean urgent, long count, List<NextCheckIn> checkIns) {}

    /**
     * @param checkIns of the page, by due day
     * @param byDay how many there are in all, by due day
     */
    static CheckInList of(
            List<NextCheckIn> checkIns, SortedMap<LocalDate, Long> byDay, Paging paging, LocalDate today) {
        LocalDate sunday = today.plusDays(7 - today.getDayOfWeek().getValue());
        var all = new All(checkIns, byDay);
        return new CheckInList(
                Stream.of(
                                all.group("Overdue", true, due -> due.isBefore(today)),
                                all.group("Today", false, today::equals),
                                all.group("This week", false, due -> due.isAfter(today) && !due.isAfter(sunday)),
                                all.group("Later", false, due -> due.isAfter(today) && due.isAfter(sunday)))
                        .filter(group -> !group.checkIns().isEmpty())
                        .toList(),
                all.count(due -> !due.isAfter(today)),
                paging);
    }

    private record All(List<NextCheckIn> checkIns, SortedMap<LocalDate, Long> byDay) {

        Group group(String label, boolean urgent, Predicate<LocalDate> due) {
            return new Group(
                    label,
                    urgent,
                    count(due),
                    checkIns.stream()
                            .filter(it -> due.test(Objects.requireNonNull(it.due())))
                            .toList());
        }

        long count(Predicate<LocalDate> due) {
            return byDay.entrySet().stream()
                    .filter(day -> due.test(day.getKey()))
                    .mapToLong(day -> day.getValue())
                    .sum();
        }
    }
}
