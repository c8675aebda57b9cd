package ews.dashboard.tasks;

import ews.plays.task.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Open tasks by when they are due, the overdue ones first. */
record TaskList(List<Group> groups, int count) {

    /** Tasks that are due at about the same time; never empty. */
    record Group(String label, boolean urgent, List<Task> tasks) {}

    /** @param tasks by due day */
    static TaskList of(List<Task> tasks, LocalDate today) {
        LocalDate sunday = today.plusDays(7 - today.getDayOfWeek().getValue());
        return new TaskList(
                Stream.of(
                                group("Overdue", true, tasks, task -> task.due().isBefore(today)),
                                group("Today", false, tasks, task -> task.due().equals(today)),
                                group(
                                        "This week",
                                        false,
                                        tasks,
                                        task -> task.due().isAfter(today)
                                                && !task.due().isAfter(sunday)),
                                group(
                                        "Later",
                                        false,
                                        tasks,
                                        task -> task.due().isAfter(today)
                                                && task.due().isAfter(sunday)))
                        .filter(group -> !group.tasks().isEmpty())
                        .toList(),
                tasks.size());
    }

    private static Group group(String label, boolean urgent, List<Task> tasks, Predicate<Task> belongs) {
        return new Group(label, urgent, tasks.stream().filter(belongs).toList());
    }
}
