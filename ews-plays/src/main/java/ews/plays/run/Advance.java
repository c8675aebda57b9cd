package ews.plays.run;

import ews.domain.fact.Facts;
import ews.domain.play.RunId;
import ews.domain.time.Holidays;
import ews.domain.time.OrganisationDays;
import ews.domain.time.WorkingDays;
import ews.plays.play.NumberedStep;
import ews.plays.play.Step;
import ews.plays.play.Step.BranchStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Wait;
import ews.plays.run.Positions.Taken;
import ews.plays.task.NewTask;
import ews.plays.task.NewTasks;
import ews.plays.task.OpenTasks;
import ews.plays.task.TasksOfRunEnded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes the steps of runs, one after the other, until one has to be waited for. All that a run does on its way happens
 * in one transaction with the note of how far it has come, so that no step is lost and none is taken twice.
 */
@Component
class Advance {

    private final Positions positions;
    private final StepWork work;
    private final NewTasks tasks;
    private final OpenTasks openTasks;
    private final Facts facts;
    private final Holidays holidays;
    private final OrganisationDays days;

    Advance(
            Positions positions,
            StepWork work,
            NewTasks tasks,
            OpenTasks openTasks,
            Facts facts,
            Holidays holidays,
            OrganisationDays days) {
        this.positions = positions;
        this.work = work;
        this.tasks = tasks;
        this.openTasks = openTasks;
        this.facts = facts;
        this.holidays = holidays;
        this.days = days;
    }

    @EventListener
    void on(RunInserted inserted) {
        goOn(List.of(inserted.run()));
    }

    /** What waits for its tasks waits no longer, in the transaction that ends the last one. */
    @EventListener
    void on(TasksOfRunEnded ended) {
        goOn(List.of(ended.run()));
    }

    /** Takes what can be taken now of these runs; those that have ended stay as they are. */
    void goOn(List<RunId> runs) {
        List<Position> held = positions.hold(runs);
        LocalDate today = days.today();
        WorkingDays workingDays = holidays.workingDays();
        FactsAtHand atHand = conditionsOf(held, today);
        var going = new Going(today, workingDays, atHand);
        held.forEach(going::from);
        going.write();
    }

    private FactsAtHand conditionsOf(List<Position> held, LocalDate today) {
        List<Position> asking =
                held.stream().filter(it -> condition(it).isPresent()).toList();
        return asking.isEmpty()
                ? FactsAtHand.none(facts, today)
                : FactsAtHand.of(
                        facts,
                        today,
                        asking.stream().map(Position::account).toList(),
                        asking.stream()
                                .mapToInt(it ->
                                        condition(it).orElseThrow().condition().usageDays())
                                .max()
                                .orElse(0));
    }

    private static Optional<Wait.Facts> condition(Position position) {
        return !position.isAtTheEnd()
                        && position.step().step() instanceof WaitStep(Wait wait)
                        && wait instanceof Wait.Facts until
                ? Optional.of(until)
                : Optional.empty();
    }

    /** Runs that go on together: what comes of it is written together, too, since that takes most of the time. */
    private final class Going {

        private final List<NewTask> made = new ArrayList<>();
        private final List<Taken> taken = new ArrayList<>();
        private final List<Position> moved = new ArrayList<>();
        private final LocalDate today;
        private final WorkingDays workingDays;
        private final FactsAtHand atHand;

        Going(LocalDate today, WorkingDays workingDays, FactsAtHand atHand) {
            this.today = today;
            this.workingDays = workingDays;
            this.atHand = atHand;
        }

        void from(Position start) {
            Position position = start;
            while (!position.isAtTheEnd()) {
                NumberedStep next = position.step();
                if (next.step() instanceof WaitStep(Wait wait)) {
                    LocalDate until =
                            position.waitsUntil() == null ? wait.end(today, workingDays) : position.waitsUntil();
                    Optional<String> end = end(wait, until, position);
                    if (end.isEmpty()) {
                        position = position.waitingUntil(until);
                        break;
                    }
                    taken.add(new Taken(position, end.get()));
                    position = position.at(next.next(), today);
                } else if (next.step() instanceof BranchStep branch) {
                    boolean holds = atHand.hold(branch.condition(), position.account());
                    taken.add(new Taken(position, holds ? "It was so." : "It was not so."));
                    position = position.at(holds ? next.next() : next.otherwise(), position.countedFrom());
                } else {
                    LocalDate due = due(next.step(), position);
                    StepWork.Done done = work.take(next.step(), position, due);
                    if (done.task() != null) {
                        made.add(done.task());
                    }
                    taken.add(new Taken(position, done.result()));
                    position = position.at(next.next(), due);
                }
            }
            if (!position.equals(start)) {
                moved.add(position);
            }
        }

        void write() {
            tasks.makeAll(made);
            positions.note(taken);
            positions.save(moved);
        }

        private boolean hasOpenTasks(RunId run) {
            return made.stream().anyMatch(it -> run.equals(it.run()))
                    || !openTasks.of(run).isEmpty();
        }

        /** Nothing is overdue already when the run comes to it, such as after a wait. */
        private LocalDate due(Step step, Position position) {
            if (step.due() == null) {
                return position.countedFrom();
            }
            LocalDate due = step.due().day(position.start(), position.countedFrom(), workingDays);
            return due.isBefore(today) ? workingDays.onOrAfter(today) : due;
        }

        /** Why the wait is over; empty if it is not. */
        private Optional<String> end(Wait wait, LocalDate until, Position position) {
            boolean come = switch (wait) {
                case Wait.Time _ -> false;
                case Wait.Tasks _ -> !hasOpenTasks(position.run());
                case Wait.Facts facts -> atHand.hold(facts.condition(), position.account());
            };
            if (come) {
                return Optional.of("What it waited for has come.");
            }
            if (today.isBefore(until)) {
                return Optional.empty();
            }
            return Optional.of(wait instanceof Wait.Time ? "The time is over." : "It did not come in time.");
        }
    }
}
