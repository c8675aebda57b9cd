package ews.sensors.fact;

import ews.domain.fact.UsageAddition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds usage to the blocks of accounts: reads those that are there, adds, and writes all back in bulk. No row is locked
 * meanwhile, since that would write each once more: where somebody else wrote one of them, the transaction has to be
 * started again.
 */
final class UsageFacts {

    private final Rows rows;

    private record Key(long account, int block) {
        static Key of(BlockUsage usage) {
            return new Key(usage.account(), usage.block());
        }
    }

    /** @param version the transaction that wrote it last */
    private record Stored(byte[] data, int version) {}

    private record Written(BlockUsage usage, byte[] data, int version) {}

    UsageFacts(Rows rows) {
        this.rows = rows;
    }

    /** @param usages of each block one at most, and of accounts that exist */
    void add(List<? extends BlockUsage> usages) throws SQLException {
        if (usages.isEmpty()) {
            return;
        }
        Map<Key, Stored> before = read(usages);
        var existing = new ArrayList<Written>();
        var created = new ArrayList<Written>();
        var addition = new UsageAddition();
        for (BlockUsage usage : usages) {
            addition.clear();
            usage.addTo(addition);
            Stored stored = before.get(Key.of(usage));
            if (stored == null) {
                created.add(new Written(usage, addition.addedTo(null), 0));
            } else {
                existing.add(new Written(usage, addition.addedTo(stored.data), stored.version));
            }
        }
        update(existing);
        create(created);
    }

    private Map<Key, Stored> read(List<? extends BlockUsage> usages) throws SQLException {
        var found = new HashMap<Key, Stored>();
        rows.query(
                """
                select u.account_id, u.block, u.data, u.xmin::text::bigint
                from unnest(?::bigint[], ?::int[]) n (account_id, block)
                join usage_block u on u.account_id = n.account_id and u.block = n.block
                """,
                row -> found.put(
                        new Key(row.getLong(1), row.getInt(2)), new Stored(row.getBytes(3), (int) row.getLong(4))),
                Rows.longs(usages, BlockUsage::account),
                Rows.ints(usages, BlockUsage::block));
        return found;
    }

    private void update(List<Written> existing) throws SQLException {
        if (existing.isEmpty()) {
            return;
        }
        int updated = rows.update(
                """
                update usage_block u set data = n.data
                from unnest(?::bigint[], ?::int[], ?::bytea[], ?::int[]) n (account_id, block, data, version)
                where u.account_id = n.account_id and u.block = n.block and u.xmin = n.version
                """,
                Rows.longs(existing, it -> it.usage.account()),
                Rows.ints(existing, it -> it.usage.block()),
                data(existing),
                Rows.ints(existing, Written::version));
        if (updated < existing.size()) {
            throw new Lost("Another instance changed a block of usage");
        }
    }

    private void create(List<Written> created) throws SQLException {
        if (created.isEmpty()) {
            return;
        }
        int stored = rows.update(
                """
                insert into usage_block (account_id, block, data)
                select * from unnest(?::bigint[], ?::int[], ?::bytea[])
                on conflict (account_id, block) do nothing
                """,
                Rows.longs(created, it -> it.usage.account()),
                Rows.ints(created, it -> it.usage.block()),
                data(created));
        if (stored < created.size()) {
            throw new Lost("Another instance created a block of usage");
        }
    }

    private static byte[][] data(List<Written> blocks) {
        return blocks.stream().map(Written::data).toArray(byte[][]::new);
    }
}
