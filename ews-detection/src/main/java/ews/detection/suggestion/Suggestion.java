package ews.detection.suggestion;

import ews.domain.score.HealthProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A look at a segment's past for better weights.
 *
 * @param version of the segment's profile that was live when it was asked for
 * @param steps how many there are
 * @param done how many of them are done
 * @param finding {@code null} until everything was looked at
 */
public record Suggestion(
        SuggestionId id,
        int segmentId,
        int version,
        HealthProfile profile,
        String author,
        Instant startedAt,
        State state,
        int steps,
        int done,
        @Nullable Finding finding) {

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
