package ews.plays.listener;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertRaised;
import ews.domain.member.MemberId;
import ews.domain.play.Mentioned;
import ews.domain.play.RunFinished;
import ews.domain.score.BandChanged;
import ews.plays.followup.TaskOverdue;
import ews.plays.notice.NewNotice;
import ews.plays.notice.NoticeKind;
import ews.plays.notice.Notices;
import ews.plays.run.Run;
import ews.plays.run.RunLists;
import ews.plays.task.Task;
import ews.plays.task.Tasks;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells members what happened to what is theirs. The same event twice is one notice. */
@Component
class NoticeEvents {

    private final Notices notices;
    private final RunLists runs;
    private final Tasks tasks;

    NoticeEvents(Notices notices, RunLists runs, Tasks tasks) {
        this.notices = notices;
        this.runs = runs;
        this.tasks = tasks;
    }

    @ApplicationModuleListener
    void on(AlertRaised raised) {
        notices.tellCsm(new NewNotice(
                NoticeKind.ALERT_RAISED,
                "alert " + raised.alert(),
                raised.account(),
                raised.title(),
                "/alerts/" + raised.alert()));
    }

    /** In the transaction that scores, by one statement, which most often finds nobody who wants to know. */
    @EventListener
    void on(BandChanged changed) {
        notices.tellCsm(new NewNotice(
                NoticeKind.BAND_CHANGED,
                "band of %s on %s: %s"
                        .formatted(
                                changed.account(), changed.day(), changed.to().code()),
                changed.account(),
                "health is %s, was %s"
                        .formatted(changed.to().code(), changed.from().code()),
                "/accounts/" + changed.account()));
    }

    @ApplicationModuleListener
    void on(Mentioned mentioned) {
        notices.tell(
                mentioned.member(),
                new NewNotice(
                        NoticeKind.MENTIONED,
                        "comment " + mentioned.comment(),
                        mentioned.account(),
                        "%s: %s".formatted(mentioned.by().name(), mentioned.text()),
                        page(mentioned)));
    }

    private static String page(Mentioned mentioned) {
        if (mentioned.run() != null) {
            return "/runs/" + mentioned.run();
        }
        return mentioned.alert() != null ? "/alerts/" + mentioned.alert() : "/accounts/" + mentioned.account();
    }

    @ApplicationModuleListener
    void on(RunFinished finished) {
        runs.withId(finished.run()).ifPresent(run -> tellOwner(run, finished));
    }

    private void tellOwner(Run run, RunFinished finished) {
        MemberId owner = run.owner();
        if (owner != null && !owner.equals(finished.by().member())) {
            notices.tell(
                    owner,
                    new NewNotice(
                            NoticeKind.RUN_FINISHED,
                            "run " + run.id(),
                            run.account(),
                            "%s ended: %s. %s"
                                    .formatted(
                                            run.playName(), finished.outcome().label(), finished.note()),
                            "/runs/" + run.id()));
        }
    }

    @EventListener
    void on(TaskOverdue overdue) {
        tasks.withId(overdue.task()).ifPresent(task -> notices.tell(overdue.told(), notice(overdue, task)));
    }

    private static NewNotice notice(TaskOverdue overdue, Task task) {
        AccountId account = overdue.account();
        String key = "task %s of %s".formatted(task.id(), overdue.due());
        String page = "/tasks/" + task.id();
        return switch (overdue.step()) {
            case REMINDER ->
                new NewNotice(
                        NoticeKind.TASK_OVERDUE,
                        key + " overdue",
                        account,
                        "%s was due on %s".formatted(task.title(), NoticeDay.say(overdue.due())),
                        page);
            case ESCALATION ->
                new NewNotice(
                        NoticeKind.TASK_ESCALATED,
                        key + " escalated",
                        account,
                        "%s was due on %s; %s has it"
                                .formatted(
                                        task.title(),
                                        NoticeDay.say(overdue.due()),
                                        task.assigneeName() == null ? "nobody" : task.assigneeName()),
                        page);
        };
    }
}
