package ews.detection.scoring;

import ews.domain.account.AccountId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Scores the accounts whose facts changed, within moments. Taking them from the queue, their scores and what listeners
 * make of them are one transaction, so an instance that dies loses nothing.
 */
@Component
class LiveScoring {

    private static final int MOST_AT_ONCE = 500;

    private final ChangedAccounts changedAccounts;
    private final Shards shards;
    private final TodayScoring scoring;
    private final TransactionOperations transactions;
    private final ScoringMeters meters;

    LiveScoring(
            ChangedAccounts changedAccounts,
            Shards shards,
            TodayScoring scoring,
            TransactionOperations transactions,
            ScoringMeters meters) {
        this.changedAccounts = changedAccounts;
        this.shards = shards;
        this.scoring = scoring;
        this.transactions = transactions;
        this.meters = meters;
    }

    /** Goes once through all shards that nobody else is at work on; returns how many accounts it took. */
    int runOnce() {
        return changedAccounts.shards().stream()
                .mapToInt(shard -> run(shard, false))
                .sum();
    }

    /** Goes once through all shards, waiting for others that are at work on them. */
    int runOnceWaiting() {
        return changedAccounts.shards().stream()
                .mapToInt(shard -> run(shard, true))
                .sum();
    }

    private int run(int shard, boolean waiting) {
        return meters.time(ScoringMeters.Kind.LIVE, () -> {
            Integer taken = transactions.execute(_ -> runInTransaction(shard, waiting));
            return taken == null ? 0 : taken;
        });
    }

    private int runInTransaction(int shard, boolean waiting) {
        if (waiting) {
            shards.lock(shard);
        } else if (!shards.tryLock(shard)) {
            return 0;
        }
        Map<AccountId, Changed> changed = changedAccounts.take(shard, MOST_AT_ONCE);
        if (!changed.isEmpty()) {
            scoring.scoreChanged(changed);
        }
        return changed.size();
    }
}
