package ews.sensors.fact;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The accounts, users and features that this instance has seen lately, with their ids. Bounded: what was not used for
 * longest is forgotten first. After a transaction that failed, what it touched must be {@linkplain #forget forgotten}.
 */
final class Directory {

    private static final int MOST_FEATURES = 100_000;

    private final int capacity;
    private final LinkedHashMap<String, AccountRef> accounts = new LinkedHashMap<>(1024, 0.75f, true);
    private final Map<String, FeatureRef> features = new HashMap<>();
    private OtherKeys otherKeys = OtherKeys.NONE;
    private long weight;

    /** @param capacity how many accounts, users and uses of features to remember, all together */
    Directory(int capacity) {
        this.capacity = capacity;
    }

    /** From now on these keys lead to accounts that have others. */
    void knowAs(OtherKeys keys) {
        otherKeys = keys;
    }

    /** @param key as the source sent it */
    AccountRef account(String key, boolean sample) {
        return accounts.computeIfAbsent(otherKeys.now(key), it -> new AccountRef(it, sample));
    }

    FeatureRef feature(String name) {
        return features.computeIfAbsent(name, FeatureRef::new);
    }

    void forget(Collection<AccountRef> touched) {
        for (AccountRef account : touched) {
            accounts.remove(account.key);
        }
        features.clear();
        weight = accounts.values().stream().mapToLong(AccountRef::weight).sum();
    }

    void forgetKeys(Collection<String> keys) {
        if (!keys.isEmpty()) {
            keys.forEach(accounts::remove);
            weight = accounts.values().stream().mapToLong(AccountRef::weight).sum();
        }
    }

    /** To be told after each transaction how much the accounts it touched have grown. */
    void grown(long by) {
        weight += by;
        var eldest = accounts.values().iterator();
        while (weight > capacity && eldest.hasNext()) {
            weight -= eldest.next().weight();
            eldest.remove();
        }
        if (features.size() > MOST_FEATURES) {
            features.clear();
        }
    }
}
