package ews.plays.run;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import ews.plays.play.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One play on one account, with the play as it was when the run started.
 *
 * @param alert that started it; {@code null} if a person did without one
 * @param alertResolvedAt when that alert went away by itself, while the run was running
 * @param reason why it was started, in one sentence
 * @param owner the account's CSM; {@code null} if it has none
 * @param openTasks how many of its tasks are open
 * @param tasks how many tasks it made
 */
public record Run(
        RunId id,
        AccountId account,
        String accountKey,
        String accountName,
        String playKey,
        String playName,
        int playVersion,
        List<Step> steps,
        @Nullable AlertId alert,
        @Nullable Instant alertResolvedAt,
        String reason,
        RunState state,
        @Nullable MemberId owner,
        @Nullable String ownerName,
        Instant startedAt,
        String startedBy,
        int openTasks,
        int tasks) {

    public Run {
        steps = List.copyOf(steps);
    }

    public boolean isRunning() {
        return state instanceof RunState.Running;
    }

    /** Everything is done, and somebody has to say how it ended. */
    public boolean awaitsOutcome() {
        return isRunning() && openTasks == 0;
    }
}
