package ews.sensors.fact;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Since when accounts use features. */
final class FeatureUses {

    private static final Comparator<Pair> IN_KEY_ORDER =
            Comparator.<Pair>comparingLong(it -> it.account.id).thenComparingInt(it -> it.feature.id);

    private final Rows rows;

    private record Pair(AccountRef account, FeatureRef feature) {
        int firstUse() {
            return account.firstUse(feature.id);
        }

        void usedOn(int day) {
            account.open().usedOn(feature.id, day);
        }
    }

    private record Key(long account, int feature) {}

    private record Use(Pair pair, int day) {}

    FeatureUses(Rows rows) {
        this.rows = rows;
    }

    /** @param entries in time, whose accounts and features have their ids */
    void settle(List<Entry> entries) throws SQLException {
        var earliest = new LinkedHashMap<Pair, Integer>();
        for (Entry entry : entries) {
            FeatureRef feature = entry.feature;
            if (feature != null && entry.day < entry.firstUse) {
                earliest.putIfAbsent(new Pair(entry.account, feature), entry.day);
            }
        }
        if (!earliest.isEmpty()) {
            move(earliest);
            for (Entry entry : entries) {
                entry.firstUse = entry.feature == null ? entry.firstUse : entry.account.firstUse(entry.feature.id);
            }
        }
    }

    private void move(Map<Pair, Integer> earliest) throws SQLException {
        read(earliest.keySet().stream()
                .filter(it -> it.firstUse() == AccountRef.NEVER)
                .toList());
        var moved = new ArrayList<Use>();
        earliest.forEach((pair, day) -> {
            if (day < pair.firstUse()) {
                pair.usedOn(day);
                moved.add(new Use(pair, day));
            }
        });
        write(moved);
    }

    /** Most are known to the database, though not to an instance that has just started. */
    private void read(List<Pair> unknown) throws SQLException {
        if (unknown.isEmpty()) {
            return;
        }
        Map<Key, Pair> byKey = new LinkedHashMap<>();
        unknown.stream().sorted(IN_KEY_ORDER).forEach(it -> byKey.put(new Key(it.account.id, it.feature.id), it));
        List<Key> keys = List.copyOf(byKey.keySet());
        rows.query(
                """
                select u.account_id, u.feature_id, u.first_used_on - date '1970-01-01' as first_used
                from unnest(?::bigint[], ?::int[]) n (account_id, feature_id)
                join account_feature u on u.account_id = n.account_id and u.feature_id = n.feature_id
                """,
                row -> Rows.at(byKey, new Key(row.getLong("account_id"), row.getInt("feature_id")))
                        .usedOn(row.getInt("first_used")),
                Rows.longs(keys, Key::account),
                Rows.ints(keys, Key::feature));
    }

    /** Only what has become earlier. */
    private void write(List<Use> moved) throws SQLException {
        if (moved.isEmpty()) {
            return;
        }
        moved.sort(Comparator.comparing(Use::pair, IN_KEY_ORDER));
        rows.update(
                """
                insert into account_feature (account_id, feature_id, first_used_on)
                select n.account_id, n.feature_id, date '1970-01-01' + n.day
                from unnest(?::bigint[], ?::int[], ?::int[]) n (account_id, feature_id, day)
                on conflict (account_id, feature_id) do update set first_used_on = excluded.first_used_on
                where account_feature.first_used_on > excluded.first_used_on
                """,
                Rows.longs(moved, it -> it.pair.account.id),
                Rows.ints(moved, it -> it.pair.feature.id),
                Rows.ints(moved, Use::day));
    }
}
