package ews.sensors.fact;

import ews.sensors.fact.AccountRef.Teller;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Notes which sources tell of an account, by type of event, so that it is known whom it concerns when one of them falls
 * silent. Written once in each period of four weeks, not with each event.
 */
final class Tellers {

    private static final int PERIOD = 28;

    private final Rows rows;

    private record Telling(AccountRef account, Teller teller) {

        int day() {
            return account.lastNoted(teller);
        }
    }

    Tellers(Rows rows) {
        this.rows = rows;
    }

    void note(Work work) throws SQLException {
        var tellings = new HashSet<Telling>();
        long received = -1;
        int day = 0;
        for (Entry entry : work.counted()) {
            if (entry.received != received) {
                // The same for all of a batch.
                received = entry.received;
                day = work.dayOf(received);
            }
            if (periodOf(entry.lastNoted) < periodOf(day)) {
                Teller teller = entry.teller();
                entry.account.open().noted(teller, day);
                tellings.add(new Telling(entry.account, teller));
            }
        }
        if (!tellings.isEmpty()) {
            write(new ArrayList<>(tellings));
        }
    }

    private void write(List<Telling> tellings) throws SQLException {
        tellings.sort(Comparator.<Telling>comparingLong(it -> it.account.id)
                .thenComparingInt(it -> it.teller.source())
                .thenComparing(it -> it.teller.type().code()));
        rows.update(
                """
                insert into account_source (account_id, source_id, type, last_on)
                select n.account_id, n.source_id, n.type, date '1970-01-01' + n.day
                from unnest(?::bigint[], ?::int[], ?::text[], ?::int[]) n (account_id, source_id, type, day)
                where not exists (select from account_source known
                                  where known.account_id = n.account_id and known.source_id = n.source_id
                                    and known.type = n.type
                                    and (known.last_on - date '1970-01-01') / %1$d >= n.day / %1$d)
                on conflict (account_id, source_id, type) do update
                    set last_on = greatest(account_source.last_on, excluded.last_on)
                """.formatted(PERIOD),
                Rows.longs(tellings, it -> it.account.id),
                Rows.ints(tellings, it -> it.teller.source()),
                Rows.texts(tellings, it -> it.teller.type().code()),
                Rows.ints(tellings, Telling::day));
    }

    private static int periodOf(int day) {
        return day / PERIOD;
    }
}
