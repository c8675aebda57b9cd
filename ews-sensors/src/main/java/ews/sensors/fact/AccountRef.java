package ews.sensors.fact;

import java.util.HashMap;
import java.util.Map;

/**
 * What this instance remembers of an account, so that most events need no look into the database. Days are counted
 * since 1970. It may be out of date in one way only: the database knows the same or earlier first days.
 */
final class AccountRef {

    /** Later than any day. */
    static final int NEVER = Integer.MAX_VALUE;

    final String key;
    /** Whether the source that first named it is one of the sample company; matters only until it is stored. */
    final boolean sample;
    /** 0 until the database has given it one. */
    long id;

    int firstSeen = NEVER;
    final Map<String, UserRef> users = new HashMap<>();
    final Map<FeatureRef, Integer> firstUses = new HashMap<>();

    AccountRef(String key, boolean sample) {
        this.key = key;
        this.sample = sample;
    }

    boolean isStored() {
        return id != 0;
    }

    /** How much memory it takes, in things remembered. */
    int weight() {
        return 1 + users.size() + firstUses.size();
    }
}
