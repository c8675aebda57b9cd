package ews.sensors.fact;

import ews.domain.event.EventType;
import java.util.HashMap;
import java.util.Map;

/**
 * What this instance remembers of an account, so that most events need no look into the database. Days are counted
 * since 1970. It may be out of date in one way only: the database knows the same or earlier first days, and that the
 * same or more sources tell of it.
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
    /** The sources that tell of it, and since when that is known to the database for certain. */
    final Map<Teller, Integer> tellers = new HashMap<>();

    /** A source that tells of it with events of a type. */
    record Teller(int source, EventType type) {}

    AccountRef(String key, boolean sample) {
        this.key = key;
        this.sample = sample;
    }

    boolean isStored() {
        return id != 0;
    }

    /** How much memory it takes, in things remembered. */
    int weight() {
        return 1 + users.size() + firstUses.size() + tellers.size();
    }
}
