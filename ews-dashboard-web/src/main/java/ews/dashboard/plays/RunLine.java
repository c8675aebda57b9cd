package ews.dashboard.plays;

import ews.dashboard.view.When;
import ews.plays.run.Run;
import ews.plays.run.RunState;

/**
 * A run in a list.
 *
 * @param css names the look of its state
 */
public record RunLine(
        long id,
        String play,
        long account,
        String accountName,
        String owner,
        String state,
        String css,
        String progress,
        String started) {

    public static RunLine of(Run run, When when) {
        return new RunLine(
                run.id().value(),
                run.playName(),
                run.account().value(),
                run.accountName(),
                run.ownerName() == null ? "Nobody yet" : run.ownerName(),
                stateOf(run),
                run.awaitsOutcome() ? "average" : run.isRunning() ? "accent" : "",
                "%d of %d tasks done".formatted(run.tasks() - run.openTasks(), run.tasks()),
                "started %s by %s".formatted(when.within(run.startedAt()), run.startedBy()));
    }

    private static String stateOf(Run run) {
        return switch (run.state()) {
            case RunState.Running _ -> run.awaitsOutcome() ? "Outcome missing" : "Running";
            case RunState.Finished finished -> finished.outcome().label();
            case RunState.Cancelled _ -> "Cancelled";
        };
    }
}
