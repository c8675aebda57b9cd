package ews.dashboard.tasks;

import ews.dashboard.view.Paging;
import ews.plays.task.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A page of the open tasks by when they are due, the overdue ones first.
 *
 * @param count of all pages
 */
record TaskList(List<Group> groups, long count, Paging paging) {

    static final int PAGE_SIZE = 100;

    /**
     * Tasks that are due at about the same time; never empty.
     *
     * @param count of all pages, where {@code tasks} are those of this one
     */
    record Group(String label, boolean urgent, long count, List<Task> tasks) {}

    /**
     * @param tasks of the page, by due day
     * @param open how many there are in all, by due day
     */
    static TaskList of(List<Task> tasks, SortedMap<LocalDate, Long> open, Paging paging, LocalDate today) {
        LocalDate sunday = today.plusDays(7 - today.getDayOfWeek().getValue());
        var all = new All(tasks, open);
        return new TaskList(
                Stream.of(
                                all.group("Overdue", true, due -> due.isBefore(today)),
                                all.group("Today", false, today::equals),
                                all.group("This week", false, due -> due.isAfter(today) && !due.isAfter(sunday)),
                                all.group("Later", false, due -> due.isAfter(today) && due.isAfter(sunday)))
                        .filter(group -> !group.tasks().isEmpty())
                        .toList(),
                count(open),
                paging);
    }

    static long count(SortedMap<LocalDate, Long> open) {
        return open.values().stream().mapToLong(it -> it).sum();
    }

    private record All(List<Task> tasks, SortedMap<LocalDate, Long> open) {

        Group group(String label, boolean urgent, Predicate<LocalDate> due) {
            return new Group(
                    label,
                    urgent,
                    open.entrySet().stream()
                            .filter(day -> due.test(day.getKey()))
                            .mapToLong(day -> day.getValue())
                            .sum(),
                    tasks.stream().filter(task -> due.test(task.due())).toList());
        }
    }
}
