package ews.sensors.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The accounts, users and features that this instance has seen lately, with their ids. Bounded: what was not used, or not
 * changed, for longest is forgotten first. After each transaction it must be told whether to {@linkplain #keep keep} what it
 * touched, or to {@linkplain #forget forget} it.
 */
final class Directory {

    private static final int MOST_FEATURES = 100_000;

    /** Accounts with no more users, uses and sources are packed always: to look through these few takes no longer. */
    private static final int SMALL = 64;

    /** Accounts with more are never packed: it would take longer than to ask the database. */
    private static final int TOO_HEAVY = 2_000;

    private final int capacity;
    private final LinkedHashMap<String, Large> large = new LinkedHashMap<>(1024, 0.75f, true);
    private final PackedAccounts packed;
    private final Map<String, AccountRef> touched = new HashMap<>();
    /** Those of them that are still to be recalled. */
    private final List<AccountRef> named = new ArrayList<>();

    private final Map<String, FeatureRef> features = new HashMap<>();

    private OtherKeys otherKeys = OtherKeys.NONE;
    private long weight;

    private record Large(AccountRef account, int weight) {}

    /**
     * @param capacity how much of large accounts to remember: themselves, their users and uses of features, all together
     * @param packed for all others, and for large ones that are seldom seen
     */
    Directory(int capacity, PackedAccounts packed) {
        this.capacity = capacity;
        this.packed = packed;
    }

    /** From now on these keys lead to accounts that have others. */
    void knowAs(OtherKeys keys) {
        otherKeys = keys;
    }

    /**
     * Nothing is known of it until all that were named are {@linkplain #recall recalled}.
     *
     * @param key as the source sent it
     */
    AccountRef account(String key, boolean sample) {
        String now = otherKeys.now(key);
        AccountRef account = touched.get(now);
        if (account == null) {
            Large known = large.get(now);
            if (known == null) {
                account = new AccountRef(now, sample);
                named.add(account);
            } else {
                account = known.account;
            }
            touched.put(now, account);
        }
        return account;
    }

    /** Makes known what is remembered of the accounts that were asked for. */
    void recall() {
        packed.recall(named);
        for (AccountRef account : named) {
            if (account.isPacked() && account.known().weight() > SMALL) {
                account.open();
            }
        }
        named.clear();
    }

    FeatureRef feature(String name) {
        return features.computeIfAbsent(name, FeatureRef::new);
    }

    /** All accounts that were asked for since it was told last what to do with them. */
    Collection<AccountRef> touched() {
        return touched.values();
    }

    /** Remembers those that were touched with all that was added to them. */
    void keep() {
        for (AccountRef account : touched.values()) {
            if (!account.isPacked()) {
                keep(account);
            }
        }
        touched.clear();
        named.clear();
        packLarge();
        if (features.size() > MOST_FEATURES) {
            features.clear();
        }
    }

    private void keep(AccountRef account) {
        int now = account.known().weight();
        if (now <= SMALL) {
            packed.put(account);
            return;
        }
        Large before = large.put(account.key, new Large(account, now));
        weight += now;
        if (before == null) {
            packed.forget(account.key);
        } else {
            weight -= before.weight;
        }
    }

    private void packLarge() {
        var eldest = large.values().iterator();
        while (weight > capacity && eldest.hasNext()) {
            Large next = eldest.next();
            weight -= next.weight;
            eldest.remove();
            if (next.weight <= TOO_HEAVY) {
                packed.put(next.account);
            }
        }
    }

    /** Forgets those that were touched: the database may know nothing of what was added to them. */
    void forget() {
        forgetKeys(touched.keySet());
        touched.clear();
        named.clear();
        features.clear();
    }

    void forgetKeys(Collection<String> keys) {
        for (String key : keys) {
            packed.forget(key);
            Large known = large.remove(key);
            weight -= known == null ? 0 : known.weight;
        }
    }
}
