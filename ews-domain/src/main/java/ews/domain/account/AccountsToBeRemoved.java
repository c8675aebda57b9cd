package ews.domain.account;

import java.util.Collection;

/**
 * Accounts are about to be removed, in this transaction. Whoever works on several tables of an account at once hears it
 * first: what is under way for them ends before, and nothing begins until the transaction does.
 */
public record AccountsToBeRemoved(Collection<AccountId> accounts) {}
