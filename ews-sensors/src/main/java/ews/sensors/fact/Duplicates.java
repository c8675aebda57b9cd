package ews.sensors.fact;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds the events that came before: in the same transaction, or in the log. */
final class Duplicates {

    private final Rows rows;

    Duplicates(Rows rows) {
        this.rows = rows;
    }

    /**
     * Gives events without a time of their source's own the one that they had when their id was received first.
     *
     * @return whether one of them was received in an earlier transaction
     */
    boolean settleTimes(Work work) throws SQLException {
        List<Entry> untimed = Arrays.stream(work.entries())
                .filter(it -> !it.timed)
                .sorted(Comparator.<Entry>comparingInt(it -> it.source).thenComparingLong(it -> it.key))
                .toList();
        if (untimed.isEmpty()) {
            return false;
        }
        int[] sources = Rows.ints(untimed, it -> it.source);
        long[] keys = Rows.longs(untimed, it -> it.key);
        rows.update("""
                insert into untimed_event (source_id, event_key, occurred_at)
                select n.source_id, n.event_key, %s
                from unnest(?::int[], ?::bigint[], ?::bigint[]) n (source_id, event_key, t)
                on conflict (source_id, event_key) do nothing
                """.formatted(Rows.TIME), sources, keys, Rows.longs(untimed, it -> it.time));
        boolean[] earlier = {false};
        rows.query(
                """
                select n.place, (extract(epoch from u.occurred_at) * 1000)::bigint as first
                from unnest(?::int[], ?::bigint[]) with ordinality n (source_id, event_key, place)
                join untimed_event u on u.source_id = n.source_id and u.event_key = n.event_key
                """,
                row -> {
                    Entry entry = untimed.get(row.getInt("place") - 1);
                    long first = row.getLong("first");
                    earlier[0] |= first != entry.time;
                    work.setTime(entry, first);
                },
                sources,
                keys);
        return earlier[0];
    }

    /** The entries are in the order of the key, so equal ones stand side by side. */
    void markRepeated(Entry[] entries) {
        for (int i = 1; i < entries.length; i++) {
            entries[i].duplicate = entries[i].repeats(entries[i - 1]);
        }
    }

    /**
     * Looks each entry up by the log's primary key; the bounds keep the look to the partitions concerned.
     *
     * @return whether any was there
     */
    boolean markLogged(Entry[] entries) throws SQLException {
        List<Entry> candidates =
                Arrays.stream(entries).filter(it -> !it.duplicate).toList();
        if (candidates.isEmpty()) {
            return false;
        }
        boolean[] any = {false};
        rows.query(
                """
                select n.place
                from unnest(?::bigint[], ?::bigint[], ?::int[], ?::bigint[])
                     with ordinality n (t, account_id, source_id, event_key, place)
                cross join lateral (
                    select from event e
                    where e.occurred_at between '%s' and '%s' and e.occurred_at = %s
                      and e.account_id = n.account_id and e.source_id = n.source_id and e.event_key = n.event_key
                    limit 1) e
                """.formatted(timestamp(candidates.getFirst().time), timestamp(candidates.getLast().time), Rows.TIME),
                row -> {
                    candidates.get(row.getInt("place") - 1).duplicate = true;
                    any[0] = true;
                },
                Rows.longs(candidates, it -> it.time),
                Rows.longs(candidates, Entry::accountId),
                Rows.ints(candidates, it -> it.source),
                Rows.longs(candidates, it -> it.key));
        return any[0];
    }

    private static String timestamp(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toString();
    }
}
