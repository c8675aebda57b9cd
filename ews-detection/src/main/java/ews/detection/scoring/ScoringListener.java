package ews.detection.scoring;

import java.time.LocalDate;
import java.util.List;

/**
 * Is told what live and daily runs have scored, inside the transaction that stores the scores: what a listener writes is
 * committed with them or not at all. Nobody else scores these accounts at the same time. Recomputed past days are not
 * told.
 */
public interface ScoringListener {

    /** @param today the day of all these scores */
    void scored(List<ScoredAccount> accounts, LocalDate today);
}
