package ews.detection.scoring;

import ews.domain.account.AccountsToBeRemoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever removes an account waits for whoever scores it just now. Scoring takes what is new of an account and then
 * writes about it, removing locks the account and then what hangs on it: together, they would wait for each other.
 */
@Component
class RemovedAccountShards {

    private final Shards shards;

    RemovedAccountShards(Shards shards) {
        this.shards = shards;
    }

    @EventListener
    void on(AccountsToBeRemoved removed) {
        shards.lock(removed.accounts());
    }
}
