package ews.plays.run;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import ews.plays.play.Definition;
import ews.plays.play.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One play on one account, with the play as it was when the run started.
 *
 * @param nextStep the number of the step that comes next; one more than there are when all are taken
 * @param waitsUntil while that step waits: the last day that it waits for
 * @param watchedUntil while its goal may still be reached: the last day on which that counts
 * @param provenAt when facts proved that its goal was reached, which ended it
 * @param relapseOf the run of the same play that had ended by proof shortly before it started
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
        Definition definition,
        int nextStep,
        @Nullable LocalDate waitsUntil,
        @Nullable LocalDate watchedUntil,
        @Nullable Instant provenAt,
        @Nullable RunId relapseOf,
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

    public List<Step> steps() {
        return definition.steps();
    }

    public boolean isRunning() {
        return state instanceof RunState.Running;
    }

    /** Everything is done, and somebody has to say how it ended. */
    public boolean awaitsOutcome() {
        return isDone() && watchedUntil == null;
    }

    /** Nothing is left to do in it, so that somebody may say how it ended, also while facts may still prove its goal. */
    public boolean isDone() {
        return isRunning() && openTasks == 0 && waitsUntil == null;
    }
}
