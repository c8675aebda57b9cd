package ews.sensors.fact;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives accounts their ids: reads those that are stored, stores those that are not, and reads again those that another
 * instance stored in the meantime. Always in the same order, so that instances wait for each other instead of locking
 * each other out. */
final class AccountIds {

    private final Rows rows;

    AccountIds(Rows rows) {
        this.rows = rows;
    }

    void resolve(Collection<AccountRef> accounts) throws SQLException {
        List<AccountRef> missing = accounts.stream()
                .filter(it -> !it.isStored())
                .sorted(Comparator.comparing(it -> it.key))
                .toList();
        var byKey = new HashMap<String, AccountRef>();
        missing.forEach(it -> byKey.put(it.key, it));
        readAccounts(missing, byKey);
        List<AccountRef> unknown = missing.stream().filter(it -> !it.isStored()).toList();
        if (unknown.isEmpty()) {
            return;
        }
        boolean[] samples = new boolean[unknown.size()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = unknown.get(i).sample;
        }
        rows.query(
                """
                insert into account (key, name, first_seen_on, sample)
                select n.key, n.key, date '1970-01-01' + n.day, n.sample
                from unnest(?::text[], ?::int[], ?::boolean[]) n (key, day, sample)
                on conflict (key) do nothing returning key, id
                """,
                row -> Rows.at(byKey, row.getString("key")).id = row.getLong("id"),
                Rows.texts(unknown, it -> it.key),
                Rows.ints(unknown, AccountRef::firstSeen),
                samples);
        readAccounts(unknown.stream().filter(it -> !it.isStored()).toList(), byKey);
        if (unknown.stream().anyMatch(it -> !it.isStored())) {
            throw new Lost("An account was deleted while it was being created");
        }
    }

    private void readAccounts(List<AccountRef> accounts, Map<String, AccountRef> byKey) throws SQLException {
        if (!accounts.isEmpty()) {
            rows.query(
                    """
                    select key, id, first_seen_on - date '1970-01-01' as first_seen from account where key = any (?)
                    """,
                    row -> {
                        AccountRef account = Rows.at(byKey, row.getString("key"));
                        account.id = row.getLong("id");
                        account.seenOn(row.getInt("first_seen"));
                    },
                    (Object) Rows.texts(accounts, it -> it.key));
        }
    }
}
