package ews.detection.scoring;

import ews.domain.account.AccountId;

/** Accounts that are scored together in the daily run; four groups of neighbours, so that it holds four shards only. */
record AccountRange(AccountId first) {

    /** As a power of two. */
    static final int BITS = 10;

    AccountId last() {
        return new AccountId(first.value() + (1 << BITS) - 1);
    }
}
