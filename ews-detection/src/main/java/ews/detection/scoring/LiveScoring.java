package ews.detection.scoring;

import ews.detection.scoring.ChangedAccounts.Which;
import ews.domain.account.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Scores the accounts whose facts changed, within moments. Taking them from the queue, their scores and what listeners
 * make of them are one transaction, so an instance that dies loses nothing.
 */
@Component
class LiveScoring {

    private static final Logger log = LoggerFactory.getLogger(LiveScoring.class);
    private static final int MOST_AT_ONCE = 500;

    /** So that a burst is shared by the threads that score. */
    private static final int CHANGES_OF_A_GROUP = MOST_AT_ONCE / 2;

    private final ChangedAccounts changedAccounts;
    private final PeerKeeping peers;
    private final Parked parked;
    private final Shards shards;
    private final TodayScoring scoring;
    private final TransactionOperations transactions;
    private final ScoringMeters meters;

    LiveScoring(
            ChangedAccounts changedAccounts,
            PeerKeeping peers,
            Parked parked,
            Shards shards,
            TodayScoring scoring,
            TransactionOperations transactions,
            ScoringMeters meters) {
        this.changedAccounts = changedAccounts;
        this.peers = peers;
        this.parked = parked;
        this.shards = shards;
        this.scoring = scoring;
        this.transactions = transactions;
        this.meters = meters;
    }

    /**
     * Goes once through all shards that nobody else is at work on, and looks after each group of them whether something
     * more urgent has come; returns how many accounts it scored.
     */
    int runOnce() {
        int scored = runUrgent();
        for (List<Integer> group : groups(Which.DUE)) {
            scored += runOrIsolate(group, Which.DUE) + runUrgent();
        }
        return scored;
    }

    /** Does that only with what is urgent. */
    int runUrgent() {
        return groups(Which.URGENT).stream()
                .mapToInt(group -> runOrIsolate(group, Which.URGENT))
                .sum();
    }

    /** Goes once through all shards, waiting for others, with those that are not due yet; fails where an account does. */
    int runOnceWaiting() {
        return groups(Which.ALL).stream()
                .mapToInt(group -> inTransaction(() -> {
                    group.forEach(shards::lock);
                    return take(group, Which.ALL, Set.of());
                }))
                .sum();
    }

    private Collection<List<Integer>> groups(Which which) {
        Collection<List<Integer>> groups = changedAccounts.shards(which, CHANGES_OF_A_GROUP);
        if (!groups.isEmpty()) {
            peers.ensureToday();
        }
        return groups;
    }

    private int runOrIsolate(List<Integer> group, Which which) {
        try {
            return inTransaction(() -> {
                List<Integer> free = shards.tryLock(group);
                return free.isEmpty() ? 0 : take(free, which, parked.accounts());
            });
        } catch (RuntimeException e) {
            if (Parked.isDatabaseDown(e)) {
                throw e;
            }
            log.warn("Scoring several accounts at once failed, so each is scored alone: {}", e.toString());
            return changedAccounts.waiting(group, which, parked.accounts(), MOST_AT_ONCE).stream()
                    .mapToInt(this::runAlone)
                    .sum();
        }
    }

    private int runAlone(AccountId account) {
        try {
            return inTransaction(() -> shards.tryLock(Shards.of(account)) ? score(List.of(account)) : 0);
        } catch (RuntimeException e) {
            if (Parked.isDatabaseDown(e)) {
                throw e;
            }
            parked.park(account);
            log.error(
                    "Account {} could not be scored; it stays in the queue and is tried again in a minute", account, e);
            return 0;
        }
    }

    private int take(List<Integer> group, Which which, Set<AccountId> except) {
        return score(changedAccounts.waiting(group, which, except, MOST_AT_ONCE));
    }

    private int score(List<AccountId> accounts) {
        Map<AccountId, Changed> changed = changedAccounts.take(accounts);
        if (!changed.isEmpty()) {
            scoring.scoreChanged(changed);
        }
        return changed.size();
    }

    private int inTransaction(Supplier<Integer> run) {
        return meters.time(ScoringMeters.Kind.LIVE, () -> {
            Integer scored = transactions.execute(_ -> run.get());
            return scored == null ? 0 : scored;
        });
    }
}
