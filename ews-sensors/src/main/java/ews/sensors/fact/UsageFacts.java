package ews.sensors.fact;

import ews.domain.event.Event;
import ews.domain.fact.UsageBlock;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Adds usage to the blocks of accounts: reads and locks those that are there, adds, and writes all back in bulk. */
final class UsageFacts {

    private final Rows rows;

    private record Key(long account, int block) {}

    /** What is to be added to one block. */
    private record Addition(long account, int block, UsageBlock usage) {}

    UsageFacts(Rows rows) {
        this.rows = rows;
    }

    void add(Work work) throws SQLException {
        List<Addition> additions = reduced(work);
        if (additions.isEmpty()) {
            return;
        }
        Map<Key, byte[]> stored = locked(additions);
        var existing = new ArrayList<Addition>();
        var created = new ArrayList<Addition>();
        var data = new ArrayList<byte[]>();
        for (Addition addition : additions) {
            byte[] before = stored.get(new Key(addition.account, addition.block));
            if (before == null) {
                created.add(addition);
            } else {
                existing.add(addition);
                UsageBlock block = UsageBlock.decode(before);
                block.add(addition.usage);
                data.add(block.encode());
            }
        }
        update(existing, data);
        create(created);
    }

    private static List<Addition> reduced(Work work) {
        List<Entry> usage = work.accepted().stream()
                .filter(it -> it.event instanceof Event.Usage)
                .sorted(Comparator.comparingLong(Entry::accountId)
                        .thenComparingInt(it -> Math.floorDiv(it.day, UsageBlock.DAYS)))
                .toList();
        var additions = new ArrayList<Addition>();
        Addition current = null;
        for (Entry entry : usage) {
            int block = Math.floorDiv(entry.day, UsageBlock.DAYS);
            if (current == null || current.account != entry.account.id || current.block != block) {
                current = new Addition(entry.account.id, block, new UsageBlock());
                additions.add(current);
            }
            int place = Math.floorMod(entry.day, UsageBlock.DAYS);
            long micros = ((Event.Usage) entry.event).micros();
            current.usage.add(Objects.requireNonNull(entry.feature).id, place, 1, micros);
            if (entry.user != null) {
                current.usage.seen(entry.user.id, place);
            }
        }
        return additions;
    }

    private Map<Key, byte[]> locked(List<Addition> additions) throws SQLException {
        var stored = new HashMap<Key, byte[]>();
        rows.query(
                """
                select u.account_id, u.block, u.data
                from unnest(?::bigint[], ?::int[]) n (account_id, block)
                join usage_block u on u.account_id = n.account_id and u.block = n.block
                order by u.account_id, u.block for update of u
                """,
                row -> stored.put(new Key(row.getLong(1), row.getInt(2)), row.getBytes(3)),
                Rows.longs(additions, Addition::account),
                Rows.ints(additions, Addition::block));
        return stored;
    }

    private void update(List<Addition> existing, List<byte[]> data) throws SQLException {
        if (!existing.isEmpty()) {
            rows.update(
                    """
                    update usage_block u set data = n.data
                    from unnest(?::bigint[], ?::int[], ?::bytea[]) n (account_id, block, data)
                    where u.account_id = n.account_id and u.block = n.block
                    """,
                    Rows.longs(existing, Addition::account),
                    Rows.ints(existing, Addition::block),
                    data.toArray(byte[][]::new));
        }
    }

    private void create(List<Addition> created) throws SQLException {
        if (created.isEmpty()) {
            return;
        }
        int stored = rows.update(
                """
                insert into usage_block (account_id, block, data)
                select * from unnest(?::bigint[], ?::int[], ?::bytea[])
                on conflict (account_id, block) do nothing
                """,
                Rows.longs(created, Addition::account),
                Rows.ints(created, Addition::block),
                created.stream().map(it -> it.usage.encode()).toArray(byte[][]::new));
        if (stored < created.size()) {
            throw new Lost("Another instance created a block of usage");
        }
    }
}
