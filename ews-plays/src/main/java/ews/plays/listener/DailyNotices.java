package ews.plays.listener;

import ews.domain.time.DayHasPassed;
import ews.domain.time.OrganisationDays;
import ews.plays.followup.TeamWeek;
import ews.plays.notice.NewNotice;
import ews.plays.notice.NoticeKind;
import ews.plays.notice.Notices;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells members of the tasks that are due when their day begins, and those who lead how the week was. */
@Component
class DailyNotices {

    private final Notices notices;
    private final TaskLists tasks;
    private final TeamWeek week;
    private final OrganisationDays days;

    DailyNotices(Notices notices, TaskLists tasks, TeamWeek week, OrganisationDays days) {
        this.notices = notices;
        this.tasks = tasks;
        this.week = week;
        this.days = days;
    }

    @ApplicationModuleListener
    void on(DayHasPassed passed) {
        notices.forgetOld();
        LocalDate today = days.today();
        tasks.openDue(today, today).forEach(task -> due(task, today));
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (passed.began(monday)) {
            tellOfWeekBefore(monday);
        }
    }

    /** On a later day of the week, if nobody was there to tell on Monday. */
    private void tellOfWeekBefore(LocalDate monday) {
        notices.tellLeaders(new NewNotice(
                NoticeKind.WEEKLY_SUMMARY, "week before " + monday, null, week.before(monday), "/follow-up"));
    }

    /** Says the day, since some read it on another one, or live where it is another one already. */
    private void due(Task task, LocalDate today) {
        if (task.assignee() != null) {
            notices.tell(
                    task.assignee(),
                    new NewNotice(
                            NoticeKind.TASK_DUE,
                            "task %s due on %s".formatted(task.id(), today),
                            task.account(),
                            "%s is due on %s".formatted(task.title(), NoticeDay.say(today)),
                            "/tasks/" + task.id()));
        }
    }
}
