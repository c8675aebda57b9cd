package ews.plays.run;

import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Assignee;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.play.Step;
import ews.plays.play.Step.BranchStep;
import ews.plays.play.Step.EmailStep;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.MessageStep;
import ews.plays.play.Step.StartPlayStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Step.WatchListStep;
import ews.plays.task.NewTask;
import ews.plays.watchlist.WatchLists;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What steps do, each by itself. */
@Component
class StepWork {

    private final WatchLists watchLists;
    private final Assignees assignees;
    private final Plays plays;
    private final NewRuns newRuns;
    private final ContactEmails emails;
    private final InternalMessages messages;
    private final OrganisationDays days;

    StepWork(
            WatchLists watchLists,
            Assignees assignees,
            Plays plays,
            NewRuns newRuns,
            ContactEmails emails,
            InternalMessages messages,
            OrganisationDays days) {
        this.watchLists = watchLists;
        this.assignees = assignees;
        this.plays = plays;
        this.newRuns = newRuns;
        this.emails = emails;
        this.messages = messages;
        this.days = days;
    }

    /**
     * What came of a step.
     *
     * @param result in a sentence
     * @param task that is to be made; {@code null} if none is
     */
    record Done(String result, @Nullable NewTask task) {

        static Done of(String result) {
            return new Done(result, null);
        }
    }

    Done take(Step step, Position position, LocalDate due) {
        return switch (step) {
            case TaskStep(String title, String detail, var _, Assignee assignee) ->
                makeTask(position, title, detail, assignee, due);
            case EscalateStep(String title, String detail, var _) ->
                makeTask(position, title, detail, Assignee.MANAGER, due);
            case WatchListStep(String list, String reason, Integer lasting) -> {
                LocalDate until = lasting == null ? null : days.today().plusDays(lasting);
                watchLists.add(position.account(), list, reason, until, position.run(), Actor.SYSTEM);
                yield Done.of("The account is on the list.");
            }
            case StartPlayStep(String play) -> Done.of(start(position, play));
            case MessageStep message -> Done.of(messages.tell(message, position));
            case EmailStep email -> email.due() == null ? send(position, email, due) : prepare(position, email, due);
            case WaitStep _, BranchStep _ ->
                throw new IllegalArgumentException(step.label() + " does nothing by itself");
        };
    }

    private Done makeTask(Position position, String title, String detail, Assignee assignee, LocalDate due) {
        return new Done("The task was made.", task(position, title, detail, assignee, due));
    }

    private NewTask task(Position position, String title, String detail, Assignee assignee, LocalDate due) {
        return new NewTask(
                position.account(),
                position.run(),
                position.next(),
                title,
                detail,
                assignee.role(),
                assignees.of(position.account(), assignee).orElse(null),
                due);
    }

    /** What cannot be sent by itself becomes a task, so that somebody knows. */
    private Done send(Position position, EmailStep step, LocalDate due) {
        ContactEmails.Draft draft = emails.draft(step, position.account(), position.run());
        if (draft.obstacle() == null) {
            emails.send(draft, position);
            return Done.of("The email was sent to %d.".formatted(draft.to().size()));
        }
        return new Done(
                "Not sent: %s A task was made instead.".formatted(draft.obstacle()),
                task(
                        position,
                        title(draft),
                        "The play could not send it by itself. %s Please write to them, or skip this with a reason."
                                .formatted(draft.obstacle()),
                        Assignee.CSM,
                        due));
    }

    private Done prepare(Position position, EmailStep step, LocalDate due) {
        ContactEmails.Draft draft = emails.draft(step, position.account(), position.run());
        String obstacle = draft.obstacle() == null ? "" : " " + draft.obstacle();
        return makeTask(
                position,
                title(draft),
                "It is for %s. “Write an email” begins with the template: check it, change what you like, and send it.%s"
                        .formatted(step.receivers(), obstacle),
                Assignee.CSM,
                due);
    }

    private static String title(ContactEmails.Draft draft) {
        return "Send the email “%s”".formatted(draft.title());
    }

    private String start(Position position, String key) {
        Optional<Play> play = plays.withKey(key);
        if (play.isEmpty() || !play.get().enabled()) {
            return "Not started: the play %s.".formatted(play.isEmpty() ? "does not exist" : "is switched off");
        }
        return newRuns.start(
                        position.account(),
                        play.get(),
                        null,
                        "Started by the play \"%s\".".formatted(position.playName()),
                        Actor.SYSTEM)
                .map(run -> "Started as run %s.".formatted(run.id()))
                .orElse("Not started: it is running on the account already.");
    }
}
