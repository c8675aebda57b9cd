package ews.sensors.fact;

import ews.domain.event.EventType;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What this instance remembers of an account, so that most events need no look into the database. Days are counted
 * since 1970. It may be out of date in one way only: the database knows the same or earlier first days, and that the
 * same or more sources tell of it.
 */
final class AccountRef {

    /** Later than any day. */
    static final int NEVER = Integer.MAX_VALUE;

    /** Earlier than any day. */
    static final int NOT_YET = Integer.MIN_VALUE;

    final String key;
    /** Whether the source that first named it is one of the sample company; matters only until it is stored. */
    final boolean sample;
    /** 0 until the database has given it one. */
    long id;
    /** The day of its first event. */
    private int firstSeen = NEVER;

    private Known known = UnknownAccount.UNKNOWN;

    /** A source that tells of it with events of a type. */
    record Teller(int source, EventType type) {

        private static final int TYPES = EventType.values().length;

        int number() {
            return Math.addExact(Math.multiplyExact(source, TYPES), type.ordinal());
        }
    }

    /** Its users, and everything else that may be much. */
    sealed interface Known permits OpenAccount, PackedAccount, UnknownAccount {

        @Nullable
        UserRef user(AccountRef account, String key);

        Collection<UserRef> users(AccountRef account);

        /** By their ids. */
        DaysByNumber firstUses();

        /** The day on which this feature was used first, or {@link #NEVER}. */
        int firstUse(int feature);

        /** By their numbers, with the day on which each was noted last. */
        DaysByNumber tellers();

        /** When it was noted last that this source tells of it, or {@link #NOT_YET}. */
        int lastNoted(Teller teller);

        /** How much memory it takes, in things remembered. */
        int weight();
    }

    /** Of which nothing is known yet. */
    AccountRef(String key, boolean sample) {
        this.key = key;
        this.sample = sample;
    }

    /** Makes this known of it, and nothing else. */
    void recall(PackedAccount packed) {
        id = packed.id();
        firstSeen = packed.firstSeen();
        known = packed;
    }

    boolean isStored() {
        return id != 0;
    }

    /** If it is not, something may have been added that is remembered nowhere else. */
    boolean isPacked() {
        return known instanceof PackedAccount;
    }

    Known known() {
        return known;
    }

    /** To be called before anything of it, or of one of its users, is changed. */
    OpenAccount open() {
        if (known instanceof OpenAccount open) {
            return open;
        }
        var open = new OpenAccount(this, known);
        known = open;
        return open;
    }

    int firstSeen() {
        return firstSeen;
    }

    void seenOn(int day) {
        open();
        firstSeen = day;
    }

    /** Whoever wants to change it must {@linkplain #open} the account before. */
    @Nullable
    UserRef user(String user) {
        return known.user(this, user);
    }

    int firstUse(int feature) {
        return known.firstUse(feature);
    }

    int lastNoted(Teller teller) {
        return known.lastNoted(teller);
    }
}
