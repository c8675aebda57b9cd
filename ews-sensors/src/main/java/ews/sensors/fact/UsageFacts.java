package ews.sensors.fact;

import ews.domain.fact.UsageAddition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

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

    /**
     * @param version the transaction that wrote it last
     * @param place where it lies; what was written by somebody else lies elsewhere, or has another version
     */
    private record Stored(byte[] data, int version, String place) {}

    private record Changed(Stored before, byte[] data) {}

    private record Created(BlockUsage usage, byte[] data) {}

    UsageFacts(Rows rows) {
        this.rows = rows;
    }

    /** @param usages of each block one at most, and of accounts that exist */
    void add(List<? extends BlockUsage> usages) throws SQLException {
        if (usages.isEmpty()) {
            return;
        }
        Map<Key, Stored> before = read(usages);
        var changed = new ArrayList<Changed>();
        var created = new ArrayList<Created>();
        var addition = new UsageAddition();
        for (BlockUsage usage : usages) {
            addition.clear();
            usage.addTo(addition);
            Stored stored = before.get(Key.of(usage));
            if (stored == null) {
                created.add(new Created(usage, addition.addedTo(null)));
            } else {
                changed.add(new Changed(stored, addition.addedTo(stored.data)));
            }
        }
        update(changed);
        create(created);
    }

    /** Block by block, since of accounts that follow each other the database then reads what lies side by side. */
    private Map<Key, Stored> read(List<? extends BlockUsage> usages) throws SQLException {
        var found = new HashMap<Key, Stored>();
        var accounts = new TreeMap<Integer, List<BlockUsage>>();
        for (BlockUsage usage : usages) {
            accounts.computeIfAbsent(usage.block(), _ -> new ArrayList<>()).add(usage);
        }
        for (var block : accounts.entrySet()) {
            rows.query(
                    """
                    select account_id, data, xmin::text::bigint, ctid::text
                    from usage_block where account_id = any (?) and block = ?
                    """,
                    row -> found.put(
                            new Key(row.getLong(1), block.getKey()),
                            new Stored(row.getBytes(2), (int) row.getLong(3), row.getString(4))),
                    Rows.longs(block.getValue(), BlockUsage::account),
                    block.getKey());
        }
        return found;
    }

    private void update(List<Changed> blocks) throws SQLException {
        if (blocks.isEmpty()) {
            return;
        }
        int updated = rows.update(
                """
                update usage_block u set data = n.data
                from unnest(?::tid[], ?::int[], ?::bytea[]) n (place, version, data)
                where u.ctid = n.place and u.xmin = n.version
                """,
                Rows.texts(blocks, it -> it.before.place),
                Rows.ints(blocks, it -> it.before.version),
                arrays(blocks, Changed::data));
        if (updated < blocks.size()) {
            throw new Lost("Another instance changed a block of usage");
        }
    }

    private void create(List<Created> blocks) throws SQLException {
        if (blocks.isEmpty()) {
            return;
        }
        int stored = rows.update(
                """
                insert into usage_block (account_id, block, data)
                select * from unnest(?::bigint[], ?::int[], ?::bytea[])
                on conflict (account_id, block) do nothing
                """,
                Rows.longs(blocks, it -> it.usage.account()),
                Rows.ints(blocks, it -> it.usage.block()),
                arrays(blocks, Created::data));
        if (stored < blocks.size()) {
            throw new Lost("Another instance created a block of usage");
        }
    }

    private static <T> byte[][] arrays(List<T> rows, Function<T, byte[]> column) {
        return rows.stream().map(column).toArray(byte[][]::new);
    }
}
