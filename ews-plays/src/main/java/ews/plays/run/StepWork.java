package ews.plays.run;

import ews.domain.audit.Actor;
import ews.plays.play.Assignee;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.play.Step;
import ews.plays.play.Step.BranchStep;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.StartPlayStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WaitStep;
import ews.plays.play.Step.WatchListStep;
import ews.plays.task.NewTask;
import ews.plays.task.NewTasks;
import ews.plays.watchlist.WatchLists;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What steps do, each by itself. */
@Component
class StepWork {

    private final NewTasks tasks;
    private final WatchLists watchLists;
    private final Assignees assignees;
    private final Plays plays;
    private final NewRuns newRuns;

    StepWork(NewTasks tasks, WatchLists watchLists, Assignees assignees, Plays plays, NewRuns newRuns) {
        this.tasks = tasks;
        this.watchLists = watchLists;
        this.assignees = assignees;
        this.plays = plays;
        this.newRuns = newRuns;
    }

    /** @return what came of it, in a sentence */
    String take(Step step, Position position, LocalDate due) {
        return switch (step) {
            case TaskStep(String title, String detail, var _, Assignee assignee) ->
                makeTask(position, title, detail, assignee, due);
            case EscalateStep(String title, String detail, var _) ->
                makeTask(position, title, detail, Assignee.MANAGER, due);
            case WatchListStep(String list, String reason) -> {
                watchLists.add(position.account(), list, reason, position.run(), Actor.SYSTEM);
                yield "The account is on the list.";
            }
            case StartPlayStep(String play) -> start(position, play);
            case WaitStep _, BranchStep _ ->
                throw new IllegalArgumentException(step.label() + " does nothing by itself");
        };
    }

    private String makeTask(Position position, String title, String detail, Assignee assignee, LocalDate due) {
        tasks.make(new NewTask(
                position.account(),
                position.run(),
                position.next(),
                title,
                detail,
                assignee.role(),
                assignees.of(position.account(), assignee).orElse(null),
                due));
        return "The task was made.";
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
