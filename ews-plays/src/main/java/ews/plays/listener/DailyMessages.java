package ews.plays.listener;

import ews.domain.time.DayHasPassed;
import ews.domain.time.OrganisationDays;
import ews.plays.channel.Announcements;
import ews.plays.channel.WebhookEvent;
import ews.plays.outbox.Outbox;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells webhooks of the tasks that are due, when their day begins, and forgets what was sent long ago. */
@Component
class DailyMessages {

    /** Which days are told of late, if nobody was there to tell when they began. */
    private static final int LATE_DAYS = 7;

    private final Announcements announcements;
    private final TaskLists tasks;
    private final Outbox outbox;
    private final OrganisationDays days;

    DailyMessages(Announcements announcements, TaskLists tasks, Outbox outbox, OrganisationDays days) {
        this.announcements = announcements;
        this.tasks = tasks;
        this.outbox = outbox;
        this.days = days;
    }

    @ApplicationModuleListener
    void on(DayHasPassed passed) {
        outbox.forgetOld();
        if (announcements.areWanted(WebhookEvent.TASK_DUE)) {
            LocalDate today = days.today();
            tasks.openDue(today.minusDays(LATE_DAYS), today).forEach(this::announce);
        }
    }

    private void announce(Task task) {
        var detail = new LinkedHashMap<String, @Nullable Object>();
        detail.put("task", task.id().value());
        detail.put("title", task.title());
        detail.put("due", task.due().toString());
        detail.put("assignee", task.assigneeName());
        announcements.announce(
                WebhookEvent.TASK_DUE,
                "%s %s".formatted(task.id(), task.due()),
                "task due: " + task.title(),
                task.account(),
                task.run(),
                detail);
    }
}
