package ews.plays.run;

import ews.domain.account.AccountId;
import ews.domain.fact.Facts;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.time.Holidays;
import ews.domain.time.OrganisationDays;
import ews.domain.time.WorkingDays;
import ews.plays.email.Contact;
import ews.plays.play.Assignee;
import ews.plays.play.NumberedStep;
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
import ews.plays.play.Wait;
import ews.plays.watchlist.WatchList;
import ews.plays.watchlist.WatchLists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a run would do that started on an account today, without doing any of it. What is not known yet is assumed:
 * tasks are done on the day they are due, and facts stay as they are.
 */
@Component
public class DryRun {

    private final Facts facts;
    private final Members members;
    private final Assignees assignees;
    private final ContactEmails emails;
    private final InternalMessages messages;
    private final WatchLists watchLists;
    private final Plays plays;
    private final Holidays holidays;
    private final OrganisationDays days;

    DryRun(
            Facts facts,
            Members members,
            Assignees assignees,
            ContactEmails emails,
            InternalMessages messages,
            WatchLists watchLists,
            Plays plays,
            Holidays holidays,
            OrganisationDays days) {
        this.facts = facts;
        this.members = members;
        this.assignees = assignees;
        this.emails = emails;
        this.messages = messages;
        this.watchLists = watchLists;
        this.plays = plays;
        this.holidays = holidays;
        this.days = days;
    }

    /** All steps of the play in their order, those that would not be taken included. */
    @Transactional(readOnly = true)
    public List<Foreseen> of(Play play, AccountId account) {
        return new Walk(account, days.today(), holidays.workingDays())
                .through(play.definition().numbered());
    }

    /** From step to step of one run. */
    private final class Walk {

        private final AccountId account;
        private final LocalDate start;
        private final WorkingDays workingDays;
        private final FactsAtHand atHand;
        private LocalDate today;
        private LocalDate countedFrom;
        private LocalDate lastDue;

        Walk(AccountId account, LocalDate start, WorkingDays workingDays) {
            this.account = account;
            this.start = start;
            this.workingDays = workingDays;
            this.atHand = FactsAtHand.none(facts, start);
            this.today = start;
            this.countedFrom = start;
            this.lastDue = start;
        }

        List<Foreseen> through(List<NumberedStep> steps) {
            var foreseen = new ArrayList<Foreseen>();
            int number = 1;
            while (number <= steps.size()) {
                NumberedStep next = steps.get(number - 1);
                boolean otherwise =
                        next.step() instanceof BranchStep branch && !atHand.hold(branch.condition(), account);
                foreseen.add(take(next, otherwise));
                number = otherwise ? next.otherwise() : next.next();
            }
            steps.stream()
                    .filter(step -> foreseen.stream().noneMatch(it -> it.step().number() == step.number()))
                    .map(step -> new Foreseen(step, null, null, null, null, null))
                    .toList()
                    .forEach(foreseen::add);
            foreseen.sort(Comparator.comparingInt(it -> it.step().number()));
            return List.copyOf(foreseen);
        }

        private Foreseen take(NumberedStep step, boolean otherwise) {
            return switch (step.step()) {
                case TaskStep(String title, String detail, var _, Assignee assignee) ->
                    work(step, title, detail, assignee);
                case EscalateStep(String title, String detail, var _) -> work(step, title, detail, Assignee.MANAGER);
                case MessageStep message ->
                    new Foreseen(step, today, message.to(), null, messages.text(message, account, null), null);
                case EmailStep email -> email(step, email);
                case WatchListStep watch ->
                    new Foreseen(step, today, null, listName(watch.list()), watch.reason(), watch.staying());
                case StartPlayStep(String play) ->
                    new Foreseen(step, today, null, playName(play), null, switchedOff(play));
                case BranchStep _ ->
                    new Foreseen(
                            step,
                            today,
                            null,
                            null,
                            null,
                            otherwise ? "As facts are today, it is not so." : "As facts are today, it is so.");
                case WaitStep(Wait wait) -> {
                    String note = waiting(wait);
                    countedFrom = today;
                    yield new Foreseen(step, today, null, null, null, note);
                }
            };
        }

        private Foreseen work(NumberedStep step, String title, String detail, Assignee assignee) {
            String who = assignees
                    .of(account, assignee)
                    .flatMap(members::withId)
                    .map(Member::name)
                    .orElse(null);
            String note = who == null
                    ? "Nobody is there for it (%s): it would wait for being assigned.".formatted(assignee.label())
                    : null;
            return new Foreseen(step, due(step.step()), who, title, detail, note);
        }

        private Foreseen email(NumberedStep step, EmailStep email) {
            ContactEmails.Draft draft = emails.draft(email, account, null);
            LocalDate day = email.due() == null ? today : due(email);
            String to = draft.to().stream().map(Contact::label).collect(Collectors.joining(", "));
            return new Foreseen(
                    step,
                    day,
                    to.isEmpty() ? null : to,
                    draft.text() == null ? draft.title() : draft.text().subject(),
                    draft.text() == null ? null : draft.text().text(),
                    draft.obstacle() == null || email.due() != null
                            ? draft.obstacle()
                            : draft.obstacle() + " A task would be made instead.");
        }

        private LocalDate due(Step step) {
            LocalDate day = step.due() == null ? countedFrom : step.due().day(start, countedFrom, workingDays);
            if (step.due() != null && day.isBefore(today)) {
                day = workingDays.onOrAfter(today);
            }
            countedFrom = day;
            lastDue = day.isAfter(lastDue) ? day : lastDue;
            return day;
        }

        /** Moves on to the day on which the wait is over; says what was assumed. */
        private @Nullable String waiting(Wait wait) {
            LocalDate end = wait.end(today, workingDays);
            switch (wait) {
                case Wait.Time _ -> {
                    today = end;
                    return null;
                }
                case Wait.Tasks _ -> {
                    LocalDate done = lastDue.isAfter(today) ? lastDue : today;
                    today = done.isBefore(end) ? done : end;
                    return "If the tasks are done on the days they are due.";
                }
                case Wait.Facts until -> {
                    if (atHand.hold(until.condition(), account)) {
                        return "It is so already.";
                    }
                    today = end;
                    return "If it does not come before.";
                }
            }
        }

        private String listName(String key) {
            return watchLists.withKey(key).map(WatchList::name).orElse(key);
        }

        private String playName(String key) {
            return plays.withKey(key).map(Play::name).orElse(key);
        }

        private @Nullable String switchedOff(String key) {
            return plays.withKey(key).filter(Play::enabled).isPresent()
                    ? null
                    : "It is switched off, and would not start.";
        }
    }
}
