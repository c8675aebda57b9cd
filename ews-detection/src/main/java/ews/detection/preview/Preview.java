package ews.detection.preview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that is tried on the whole portfolio.
 *
 * @param segmentId the segment whose profile it changes; {@code null} if it is about more than that
 * @param basis what counted when it was proposed, and what the proposal is compared with
 * @param accounts how many there are to look at
 * @param done how many have been looked at; for their scores, or while surveying as peers
 * @param impact what was found so far; {@code null} before the first accounts were looked at
 */
public record Preview(
        PreviewId id,
        @Nullable Integer segmentId,
        Proposal basis,
        Proposal proposal,
        String author,
        Instant startedAt,
        State state,
        int accounts,
        int done,
        @Nullable Impact impact) {

    /** How far it is. */
    public enum State {
        /** Others are previewed before it. */
        WAITING,
        /** The peers that scores are compared with are looked at first. */
        SURVEYING,
        RUNNING,
        DONE,
        /** Something went wrong, or the instance that was at work on it was stopped: it can be started again. */
        FAILED
    }

    /** Whether more will be known. */
    public boolean isRunning() {
        return switch (state) {
            case WAITING, SURVEYING, RUNNING -> true;
            case DONE, FAILED -> false;
        };
    }
}
