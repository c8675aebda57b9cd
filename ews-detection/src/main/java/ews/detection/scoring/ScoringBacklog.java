package ews.detection.scoring;

import org.springframework.stereotype.Component;

/** What waits for scoring. It is worked off in the background; whoever needs it done now says so. */
@Component
public class ScoringBacklog {

    private final LiveScoring live;
    private final HistoryScoring history;
    private final ChangedAccounts changedAccounts;
    private final HistoryDue historyDue;

    ScoringBacklog(LiveScoring live, HistoryScoring history, ChangedAccounts changedAccounts, HistoryDue historyDue) {
        this.live = live;
        this.history = history;
        this.changedAccounts = changedAccounts;
        this.historyDue = historyDue;
    }

    /** How many accounts wait for their score of today or of past days; one that waits for both counts twice. */
    public long waiting() {
        return changedAccounts.count() + historyDue.count();
    }

    /** Scores a part of what waits and is due; returns how many accounts, 0 where nothing is or others are at it. */
    public int runOnce() {
        return live.runOnce() + history.runOnce();
    }

    /** Scores everything that waits, also what is not due yet, and returns when nothing is left. */
    public void settle() {
        int scored;
        do {
            scored = live.runOnceWaiting() + history.runOnceWaiting();
        } while (scored > 0);
    }
}
