package ews.plays.listener;

import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.notice.NewNotice;
import ews.plays.notice.NoticeKind;
import ews.plays.notice.Notices;
import ews.plays.run.AccountAssigned;
import ews.plays.run.RunLists;
import ews.plays.run.WorkHandedOver;
import ews.plays.task.TaskAssigned;
import ews.plays.task.TasksAssigned;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells members what they have now, in the transaction that gives it to them; nobody is told of what they did. */
@Component
class AssignmentNotices {

    /** Who starts a play knows what it gives them at once. */
    private static final Duration AT_START = Duration.ofMinutes(1);

    private final Notices notices;
    private final RunLists runs;
    private final OrganisationDays days;

    AssignmentNotices(Notices notices, RunLists runs, OrganisationDays days) {
        this.notices = notices;
        this.runs = runs;
        this.days = days;
    }

    @EventListener
    void on(TasksAssigned assigned) {
        List<TaskAssigned> byOthers =
                assigned.tasks().stream().filter(it -> !it.to().equals(it.by())).toList();
        Map<RunId, Set<MemberId>> starters = runs.startersSince(
                days.now().minus(AT_START),
                byOthers.stream()
                        .map(TaskAssigned::run)
                        .filter(Objects::nonNull)
                        .toList());
        notices.tellEach(byOthers.stream()
                .filter(it -> !starters.getOrDefault(it.run(), Set.of()).contains(it.to()))
                .map(it -> new Notices.Telling(it.to(), notice(it)))
                .toList());
    }

    private NewNotice notice(TaskAssigned task) {
        return new NewNotice(
                NoticeKind.TASK_ASSIGNED,
                "task %s at %s".formatted(task.task(), days.now()),
                task.account(),
                task.title(),
                "/tasks/" + task.task());
    }

    @EventListener
    void on(AccountAssigned assigned) {
        if (!assigned.csm().equals(assigned.by())) {
            notices.tell(
                    assigned.csm(),
                    new NewNotice(
                            NoticeKind.TASK_ASSIGNED,
                            "account %s at %s".formatted(assigned.account(), days.now()),
                            assigned.account(),
                            "the account is yours now, with " + tasks(assigned.tasks()),
                            "/accounts/" + assigned.account()));
        }
    }

    @EventListener
    void on(WorkHandedOver handedOver) {
        if (!handedOver.to().equals(handedOver.by())) {
            notices.tell(
                    handedOver.to(),
                    new NewNotice(
                            NoticeKind.TASK_ASSIGNED,
                            "work of %s at %s".formatted(handedOver.from(), days.now()),
                            null,
                            "You take over from %s: %s and %s"
                                    .formatted(
                                            handedOver.from(),
                                            handedOver.accounts() == 1
                                                    ? "1 account"
                                                    : handedOver.accounts() + " accounts",
                                            tasks(handedOver.tasks())),
                            "/accounts"));
        }
    }

    private static String tasks(int number) {
        return number == 1 ? "1 open task" : number + " open tasks";
    }
}
