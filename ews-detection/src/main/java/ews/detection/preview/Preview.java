package ews.detection.preview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that is tried on the whole portfolio.
 *
 * @param segmentId the segment whose profile it changes; {@code null} if it is about more than that
 * @param accounts how many there are to look at
 * @param done how many have been looked at
 * @param impact what was found so far; {@code null} before the first accounts were looked at
 */
public record Preview(
        PreviewId id,
        @Nullable Integer segmentId,
        Proposal proposal,
        String author,
        Instant startedAt,
        State state,
        int accounts,
        int done,
        @Nullable Impact impact) {

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
