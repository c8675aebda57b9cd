package ews.detection.dryrun;

import ews.detection.rule.RuleDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A look at what a rule would find.
 *
 * @param rule the key of the rule that it may become a version of; {@code null} if it is a new one
 * @param accounts how many there are to look at
 * @param done how many of them have been looked at
 * @param findings of the accounts that have been looked at; {@code null} before the first ones
 */
public record DryRun(
        DryRunId id,
        @Nullable String rule,
        RuleDefinition definition,
        String author,
        Instant startedAt,
        State state,
        int accounts,
        int done,
        @Nullable Findings findings) {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        /** Something went wrong, or the instance that was at work on it was stopped: it can be started again. */
        FAILED
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }
}
