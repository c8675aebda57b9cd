package ews.domain.account;

/** Identifies an account inside this installation; sources know it by its {@linkplain Account#key() key}. */
public record AccountId(long value) implements Comparable<AccountId> {

    @Override
    public int compareTo(AccountId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
