package ews.detection.scoring;

import ews.domain.metric.Measurement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Is told what live and daily runs have scored, inside the transaction that stores the scores: what a listener writes is
 * committed with them or not at all. Nobody else scores these accounts at the same time. Recomputed past days are not
 * told.
 */
public interface ScoringListener {

    /**
     * @param today the day of all these scores; only accounts that were cancelled before, which are told when events of
     *     theirs arrive, have the score of their last day
     */
    void scored(List<ScoredAccount> accounts, LocalDate today);

    /** Asked once for each lot of accounts. Say less than the most if you know: usage is most of what a daily run reads. */
    default Needs needs() {
        return Needs.MOST;
    }

    /**
     * What of the past a listener needs to see.
     *
     * @param usageDays how many days of usage, today included
     * @param scoresOf of how many days before the scores, see {@link ScoredAccount#past}
     */
    record Needs(int usageDays, Set<Integer> scoresOf) {

        public static final Needs NOTHING = new Needs(0, Set.of());
        static final Needs MOST = new Needs(2 * Measurement.LONGEST + 1, Set.of());

        public Needs {
            scoresOf = Set.copyOf(scoresOf);
        }

        public Needs and(Needs other) {
            return new Needs(
                    Math.max(usageDays, other.usageDays),
                    Stream.concat(scoresOf.stream(), other.scoresOf.stream()).collect(Collectors.toSet()));
        }
    }
}
