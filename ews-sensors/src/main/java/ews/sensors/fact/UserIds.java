package ews.sensors.fact;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives users their ids, in the way of {@link AccountIds}. */
final class UserIds {

    private final Rows rows;

    UserIds(Rows rows) {
        this.rows = rows;
    }

    void resolve(List<UserRef> users) throws SQLException {
        List<UserRef> missing = users.stream()
                .filter(it -> it.id == 0)
                .sorted(Comparator.<UserRef>comparingLong(it -> it.account.id).thenComparing(it -> it.key))
                .toList();
        readUsers(missing);
        List<UserRef> unknown = missing.stream().filter(it -> it.id == 0).toList();
        if (unknown.isEmpty()) {
            return;
        }
        var byKey = byKey(unknown);
        var firstUsed = new @Nullable Integer[unknown.size()];
        for (int i = 0; i < firstUsed.length; i++) {
            int day = unknown.get(i).usedNow;
            firstUsed[i] = day == AccountRef.NEVER ? null : day;
        }
        rows.query(
                """
                insert into account_user (account_id, key, first_used_on)
                select n.account_id, n.key, date '1970-01-01' + n.day
                from unnest(?::bigint[], ?::text[], ?::int[]) n (account_id, key, day)
                on conflict (account_id, key) do nothing returning account_id, key, id
                """,
                row -> {
                    UserRef user = Rows.at(byKey, new UserKey(row.getLong("account_id"), row.getString("key")));
                    user.id = row.getLong("id");
                    user.firstUsed = user.usedNow;
                },
                Rows.longs(unknown, it -> it.account.id),
                Rows.texts(unknown, it -> it.key),
                firstUsed);
        readUsers(unknown.stream().filter(it -> it.id == 0).toList());
        if (unknown.stream().anyMatch(it -> it.id == 0)) {
            throw new Lost("A user was deleted while it was being created");
        }
    }

    private record UserKey(long account, String key) {}

    private static Map<UserKey, UserRef> byKey(List<UserRef> users) {
        var byKey = new HashMap<UserKey, UserRef>();
        users.forEach(it -> byKey.put(new UserKey(it.account.id, it.key), it));
        return byKey;
    }

    private void readUsers(List<UserRef> users) throws SQLException {
        if (users.isEmpty()) {
            return;
        }
        var byKey = byKey(users);
        rows.query(
                """
                select u.account_id, u.key, u.id, u.first_used_on - date '1970-01-01' as first_used
                from unnest(?::bigint[], ?::text[]) n (account_id, key)
                join account_user u on u.account_id = n.account_id and u.key = n.key
                """,
                row -> {
                    UserRef user = Rows.at(byKey, new UserKey(row.getLong("account_id"), row.getString("key")));
                    user.id = row.getLong("id");
                    int firstUsed = row.getInt("first_used");
                    user.firstUsed = row.wasNull() ? AccountRef.NEVER : firstUsed;
                },
                Rows.longs(users, it -> it.account.id),
                Rows.texts(users, it -> it.key));
    }
}
