package ews.sensors.fact;

/** What this instance remembers of a user. */
final class UserRef {

    final AccountRef account;
    final String key;
    /** 0 until the database has given it one. */
    long id;
    /** The day of the first usage ever, as the database has it. */
    int firstUsed = AccountRef.NEVER;
    /** The day of the first usage in the transaction that is being prepared. */
    int usedNow = AccountRef.NEVER;

    UserRef(AccountRef account, String key) {
        this.account = account;
        this.key = key;
    }
}
