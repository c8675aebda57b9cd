package ews.plays.listener;

import ews.domain.member.Members;
import ews.domain.time.OrganisationDays;
import ews.plays.notice.NewNotice;
import ews.plays.notice.NoticeKind;
import ews.plays.notice.Notices;
import ews.plays.run.AccountAssigned;
import ews.plays.run.Run;
import ews.plays.run.RunLists;
import ews.plays.run.WorkHandedOver;
import ews.plays.task.TaskAssigned;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells members what they have now, in the transaction that gives it to them; nobody is told of what they did. */
@Component
class AssignmentNotices {

    /** Who starts a play knows what it gives them at once. */
    private static final Duration AT_START = Duration.ofMinutes(1);

    private final Notices notices;
    private final RunLists runs;
    private final Members members;
    private final OrganisationDays days;

    AssignmentNotices(Notices notices, RunLists runs, Members members, OrganisationDays days) {
        this.notices = notices;
        this.runs = runs;
        this.members = members;
        this.days = days;
    }

    @EventListener
    void on(TaskAssigned assigned) {
        if (!assigned.to().equals(assigned.by()) && !isOfOwnStart(assigned)) {
            notices.tell(
                    assigned.to(),
                    new NewNotice(
                            NoticeKind.TASK_ASSIGNED,
                            "task %s at %s".formatted(assigned.task(), days.now()),
                            assigned.account(),
                            assigned.title(),
                            "/tasks/" + assigned.task()));
        }
    }

    private boolean isOfOwnStart(TaskAssigned assigned) {
        return assigned.run() != null
                && runs.withId(assigned.run()).filter(this::hasJustStarted).stream()
                        .anyMatch(run -> members.withId(assigned.to())
                                .filter(member -> member.name().equals(run.startedBy()))
                                .isPresent());
    }

    private boolean hasJustStarted(Run run) {
        return run.startedAt().plus(AT_START).isAfter(days.now());
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
