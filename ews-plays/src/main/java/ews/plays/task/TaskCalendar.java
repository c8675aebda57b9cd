package ews.plays.task;

import ews.domain.member.MemberId;
import ews.plays.calendar.CalendarEntries;
import ews.plays.calendar.CalendarEntry.OnDay;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The open tasks of a member in their calendar, each on the day on which it is due. */
@Component
class TaskCalendar implements CalendarEntries {

    private final TaskLists tasks;

    TaskCalendar(TaskLists tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<OnDay> of(MemberId member, LocalDate from) {
        return tasks.openOf(member).stream().map(TaskCalendar::entry).toList();
    }

    private static OnDay entry(Task task) {
        return new OnDay(
                "task-" + task.id(),
                task.due(),
                "%s: %s".formatted(task.accountName(), task.title()),
                task.detail(),
                "/tasks/" + task.id());
    }
}
