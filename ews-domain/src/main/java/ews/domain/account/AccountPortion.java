package ews.domain.account;

/**
 * Accounts whose ids lie between two, both included: enough of them to make reading cheap, few enough to hold at once.
 *
 * @param accounts how many there are; ids may be missing
 */
public record AccountPortion(AccountId first, int accounts) {

    /** As a power of two. */
    static final int BITS = 7;

    public AccountId last() {
        return new AccountId(first.value() + (1L << BITS) - 1);
    }
}
