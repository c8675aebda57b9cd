package ews.domain.fact;

import ews.domain.event.FeedbackKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One answer to a survey, or a CSM's sentiment. */
public record FeedbackGiven(
        Instant at,
        LocalDate day,
        long key,
        @Nullable Long user,
        FeedbackKind kind,
        double score,
        @Nullable String comment)
        implements Change {

    /** The score on a scale from 0 (worst) to 100 (best), whatever was asked. */
    public double percent() {
        return 100 * (score - kind.least()) / (kind.most() - kind.least());
    }
}
