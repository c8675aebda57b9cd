package ews.detection.scoring;

import ews.domain.metric.Measurement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

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

    /**
     * How many days of usage it needs to see, today included. Say less than the most that any measurement reads, if you
     * know: usage is most of what a daily run reads.
     */
    default int usageDays() {
        return 2 * Measurement.LONGEST + 1;
    }

    /** Of how many days before it needs the score, see {@link ScoredAccount#past}. */
    default Set<Integer> scoresOf() {
        return Set.of();
    }
}
