package ews.domain.fact;

import ews.domain.event.FeedbackKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one answer to a survey, or a CSM's sentiment.
 *
 * @param response by which a source knows the answer, of which it may say more later; {@code null} if this is all of it
 */
public record FeedbackGiven(
        Instant at,
        LocalDate day,
        long key,
        @Nullable Long user,
        FeedbackKind kind,
        double score,
        @Nullable String comment,
        @Nullable String response)
        implements Change {

    private record Answer(FeedbackKind kind, String response) {}

    /** The score on a scale from 0 (worst) to 100 (best), whatever was asked. */
    public double percent() {
        return 100 * (score - kind.least()) / (kind.most() - kind.least());
    }

    /** Each answer once, as it was known on {@code asOf}, at the time at which its score was given. */
    static List<FeedbackGiven> asOf(List<FeedbackGiven> said, LocalDate asOf) {
        List<FeedbackGiven> known = Change.upTo(said, asOf);
        if (known.stream().allMatch(it -> it.response == null)) {
            return known;
        }
        var answers = new LinkedHashMap<Object, FeedbackGiven>();
        for (FeedbackGiven one : known) {
            Object answer = one.response == null ? one : new Answer(one.kind, one.response);
            answers.merge(answer, one, FeedbackGiven::then);
        }
        return answers.values().stream().sorted(IN_TIME).toList();
    }

    /** Who adds a comment has not answered again; who changes the score has. */
    private FeedbackGiven then(FeedbackGiven later) {
        FeedbackGiven scored = later.score == score ? this : later;
        return new FeedbackGiven(
                scored.at,
                scored.day,
                scored.key,
                later.user == null ? user : later.user,
                kind,
                later.score,
                later.comment == null ? comment : later.comment,
                response);
    }
}
