package ews.plays.run;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.play.RunId;
import ews.plays.play.AssigneeRole;
import ews.plays.play.Due;
import ews.plays.play.Step;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.play.Step.WatchListStep;
import ews.plays.task.NewTask;
import ews.plays.task.NewTasks;
import ews.plays.watchlist.WatchLists;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a play does when its run starts: every step makes a task or puts the account on a watch list. */
@Component
class FirstSteps {

    private final NewTasks tasks;
    private final WatchLists watchLists;
    private final Assignees assignees;

    FirstSteps(NewTasks tasks, WatchLists watchLists, Assignees assignees) {
        this.tasks = tasks;
        this.watchLists = watchLists;
        this.assignees = assignees;
    }

    void take(AccountId account, RunId run, List<Step> steps, LocalDate start) {
        LocalDate due = start;
        for (int number = 0; number < steps.size(); number++) {
            Step step = steps.get(number);
            if (step.due() != null) {
                due = step.due().day(start, due);
            }
            var place = new Place(account, run, number + 1, due);
            switch (step) {
                case TaskStep(String title, String detail, Due _, AssigneeRole role) ->
                    makeTask(place, title, detail, role);
                case EscalateStep(String title, String detail, Due _) ->
                    makeTask(place, title, detail, AssigneeRole.MANAGER);
                case WatchListStep(String list, String reason) ->
                    watchLists.add(account, list, reason, run, Actor.SYSTEM);
            }
        }
    }

    /** Where in which run a step is, and when it is due. */
    private record Place(AccountId account, RunId run, int step, LocalDate due) {}

    private void makeTask(Place place, String title, String detail, AssigneeRole role) {
        tasks.make(new NewTask(
                place.account(),
                place.run(),
                place.step(),
                title,
                detail,
                role,
                assignees.of(place.account(), role).orElse(null),
                place.due()));
    }
}
