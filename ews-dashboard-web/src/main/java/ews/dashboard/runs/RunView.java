package ews.dashboard.runs;

import ews.dashboard.accounts.Background;
import ews.dashboard.alerts.BusinessEvent;
import ews.dashboard.discussion.Discussion;
import ews.dashboard.plays.RunLine;
import ews.plays.outbox.MessageRow;
import ews.plays.run.Run;
import ews.plays.run.TakenStep;
import ews.plays.task.Task;
import ews.plays.touchpoint.Touchpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one run.
 *
 * @param ending how it ended, in one sentence; {@code null} while it runs
 * @param changes whether the viewer may do something with it
 * @param event because of which it runs; {@code null} if somebody started it without an alert
 * @param background how the account stood when it started
 * @param earlier runs of the account that had started before, the latest first
 * @param taken the steps that it has taken by itself, which are no tasks
 * @param messages that were sent in it, the oldest first
 */
record RunView(
        Run run,
        RunLine line,
        @Nullable String ending,
        boolean changes,
        @Nullable BusinessEvent event,
        Background background,
        List<RunLine> earlier,
        List<Task> tasks,
        List<TakenStep> taken,
        List<Touchpoint> touchpoints,
        List<MessageRow> messages,
        Discussion discussion) {}
