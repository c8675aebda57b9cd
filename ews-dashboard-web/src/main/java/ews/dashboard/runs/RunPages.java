package ews.dashboard.runs;

import ews.dashboard.accounts.Background;
import ews.dashboard.alerts.BusinessEvent;
import ews.dashboard.discussion.Discussion;
import ews.dashboard.plays.RunLine;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.When;
import ews.detection.alert.AlertLists;
import ews.plays.discussion.Topic;
import ews.plays.outbox.Deliveries;
import ews.plays.play.Step.EscalateStep;
import ews.plays.play.Step.TaskStep;
import ews.plays.run.Run;
import ews.plays.run.RunLists;
import ews.plays.run.RunState;
import ews.plays.run.Runs;
import ews.plays.task.TaskLists;
import ews.plays.touchpoint.Touchpoints;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known about a run: why it runs, what came before, what is done in it, and how it ended. */
@Component
class RunPages {

    private static final int EARLIER_RUNS = 10;

    private final RunLists runs;
    private final Runs taking;
    private final AlertLists alerts;
    private final BusinessEvent.Reading events;
    private final Background.Reading backgrounds;
    private final TaskLists tasks;
    private final Touchpoints touchpoints;
    private final Deliveries deliveries;
    private final Discussion.Reading discussions;
    private final When when;

    RunPages(
            RunLists runs,
            Runs taking,
            AlertLists alerts,
            BusinessEvent.Reading events,
            Background.Reading backgrounds,
            TaskLists tasks,
            Touchpoints touchpoints,
            Deliveries deliveries,
            Discussion.Reading discussions,
            When when) {
        this.runs = runs;
        this.taking = taking;
        this.alerts = alerts;
        this.events = events;
        this.backgrounds = backgrounds;
        this.tasks = tasks;
        this.touchpoints = touchpoints;
        this.deliveries = deliveries;
        this.discussions = discussions;
        this.when = when;
    }

    /** @param changes whether the viewer may do something with the run while it runs */
    RunView of(Run run, boolean changes, Viewer viewer) {
        return new RunView(
                run,
                RunLine.of(run, when),
                ending(run),
                changes && run.isRunning(),
                event(run),
                backgrounds.of(run.account(), run.startedAt()),
                earlier(run),
                tasks.ofRun(run.id()),
                taking.taken(run).stream()
                        .filter(it -> !(it.step() instanceof TaskStep || it.step() instanceof EscalateStep))
                        .toList(),
                touchpoints.ofRun(run.account(), run.id()),
                deliveries.ofRun(run.account(), run.id()),
                discussions.of(Topic.of(run.account(), run.id()), viewer));
    }

    private @Nullable BusinessEvent event(Run run) {
        return run.alert() == null
                ? null
                : alerts.detail(run.alert()).map(events::of).orElse(null);
    }

    private List<RunLine> earlier(Run run) {
        return runs.ofAccount(run.account()).stream()
                .filter(other -> other.startedAt().isBefore(run.startedAt()))
                .sorted(Comparator.comparing(Run::startedAt).reversed())
                .limit(EARLIER_RUNS)
                .map(other -> RunLine.of(other, when))
                .toList();
    }

    private @Nullable String ending(Run run) {
        return switch (run.state()) {
            case RunState.Running _ -> null;
            case RunState.Finished it -> "%s, %s. %s".formatted(it.outcome().label(), when.within(it.at()), it.note());
            case RunState.Cancelled it -> "Given up, %s. %s".formatted(when.within(it.at()), it.reason());
        };
    }
}
