package ews.domain.account;

import ews.domain.audit.Actor;

/** An account was put aside, in this transaction: whatever is under way for it ends. */
public record AccountArchived(AccountId account, Actor by) {

    /** Why things end that were under way for it, as people read it. */
    public static final String REASON = "The account was archived.";
}
