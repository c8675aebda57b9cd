package ews.sensors.fact;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The accounts, users and features that this instance has seen lately, with their ids. Bounded: what was not used for
 * longest is {@linkplain PackedAccounts packed} first, and then forgotten. After a transaction that failed, what it touched
 * must be {@linkplain #forget forgotten}.
 */
final class Directory {

    private static final int MOST_FEATURES = 100_000;

    private final int capacity;
    private final LinkedHashMap<String, AccountRef> accounts = new LinkedHashMap<>(1024, 0.75f, true);
    private final PackedAccounts packed;
    private final Map<String, FeatureRef> features = new HashMap<>();
    /** Those of packed accounts. */
    private final Map<Integer, FeatureRef> featuresById = new HashMap<>();

    private OtherKeys otherKeys = OtherKeys.NONE;
    private long weight;

    /**
     * @param capacity how many accounts, users and uses of features to remember, all together
     * @param packed for how much more in few bytes
     */
    Directory(int capacity, PackedAccounts packed) {
        this.capacity = capacity;
        this.packed = packed;
    }

    /** From now on these keys lead to accounts that have others. */
    void knowAs(OtherKeys keys) {
        otherKeys = keys;
    }

    /** @param key as the source sent it */
    AccountRef account(String key, boolean sample) {
        return accounts.computeIfAbsent(otherKeys.now(key), it -> packedOrNew(it, sample));
    }

    private AccountRef packedOrNew(String key, boolean sample) {
        AccountRef known = packed.take(key, sample, featuresById::get);
        if (known == null) {
            return new AccountRef(key, sample);
        }
        weight += known.weight();
        return known;
    }

    FeatureRef feature(String name) {
        return features.computeIfAbsent(name, FeatureRef::new);
    }

    void forget(Collection<AccountRef> touched) {
        for (AccountRef account : touched) {
            accounts.remove(account.key);
        }
        forgetFeatures();
        weight = accounts.values().stream().mapToLong(AccountRef::weight).sum();
    }

    private void forgetFeatures() {
        features.clear();
        featuresById.clear();
    }

    void forgetKeys(Collection<String> keys) {
        if (!keys.isEmpty()) {
            keys.forEach(accounts::remove);
            keys.forEach(packed::forget);
            weight = accounts.values().stream().mapToLong(AccountRef::weight).sum();
        }
    }

    /** To be told after each transaction how much the accounts it touched have grown. */
    void grown(long by) {
        weight += by;
        var eldest = accounts.values().iterator();
        while (weight > capacity && eldest.hasNext()) {
            AccountRef account = eldest.next();
            weight -= account.weight();
            eldest.remove();
            pack(account);
        }
        if (features.size() > MOST_FEATURES) {
            forgetFeatures();
        }
    }

    private void pack(AccountRef account) {
        // Those that were forgotten meanwhile are others now.
        account.firstUses.keySet().removeIf(it -> !isCurrent(it));
        account.firstUses.keySet().forEach(it -> featuresById.put(it.id, it));
        packed.add(account);
    }

    private boolean isCurrent(FeatureRef feature) {
        @Nullable FeatureRef current = features.get(feature.name);
        return current == feature;
    }
}
