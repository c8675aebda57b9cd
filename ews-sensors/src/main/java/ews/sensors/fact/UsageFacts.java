package ews.sensors.fact;

import ews.domain.event.Event;
import ews.domain.fact.UsageAddition;
import ews.domain.fact.UsageBlock;
import ews.sensors.fact.KnownBlocks.Block;
import ews.sensors.fact.KnownBlocks.Key;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Adds usage to the blocks of accounts: reads those that are there and not known, adds, and writes all back in bulk. No
 * row is locked meanwhile, since that would write each once more: where somebody else wrote one of them, the transaction
 * has to be started again.
 */
final class UsageFacts {

    private final Rows rows;
    private final KnownBlocks known;

    /** The entries {@code from} to {@code to}, which all go into one block. */
    private record Group(Key key, int from, int to) {
        long account() {
            return key.account();
        }

        int block() {
            return key.block();
        }
    }

    UsageFacts(Rows rows, KnownBlocks known) {
        this.rows = rows;
        this.known = known;
    }

    void add(Work work) throws SQLException {
        Entry[] usage = inOrder(work);
        List<Group> groups = grouped(usage);
        if (groups.isEmpty()) {
            return;
        }
        var before = new HashMap<Key, Block>();
        List<Group> unknown = remembered(groups, before);
        read(unknown, before);
        int version = version();
        var existing = new ArrayList<Group>();
        var versions = new ArrayList<Integer>();
        var created = new ArrayList<Group>();
        var existingData = new ArrayList<byte[]>();
        var createdData = new ArrayList<byte[]>();
        var addition = new UsageAddition();
        for (Group group : groups) {
            reduce(usage, group, addition);
            Block stored = before.get(group.key);
            byte[] data = addition.addedTo(stored == null ? null : stored.data());
            if (stored == null) {
                created.add(group);
                createdData.add(data);
            } else {
                existing.add(group);
                existingData.add(data);
                versions.add(stored.version());
            }
            known.put(group.key, new Block(data, version));
        }
        update(existing, existingData, versions, unknown.size() < groups.size());
        create(created, createdData);
    }

    /** @return those that are not */
    private List<Group> remembered(List<Group> groups, Map<Key, Block> found) {
        var unknown = new ArrayList<Group>();
        for (Group group : groups) {
            Block block = known.get(group.key);
            if (block == null) {
                unknown.add(group);
            } else {
                found.put(group.key, block);
            }
        }
        return unknown;
    }

    private static Entry[] inOrder(Work work) {
        Entry[] usage = work.counted().stream()
                .filter(it -> it.event instanceof Event.Usage)
                .toArray(Entry[]::new);
        Arrays.sort(usage, (a, b) -> {
            int order = Long.compare(a.account.id, b.account.id);
            return order != 0 ? order : Integer.compare(a.block, b.block);
        });
        return usage;
    }

    private static List<Group> grouped(Entry[] usage) {
        var groups = new ArrayList<Group>();
        int from = 0;
        for (int to = 1; to <= usage.length; to++) {
            Entry first = usage[from];
            if (to == usage.length || usage[to].account != first.account || usage[to].block != first.block) {
                groups.add(new Group(new Key(first.account.id, first.block), from, to));
                from = to;
            }
        }
        return groups;
    }

    private static void reduce(Entry[] usage, Group group, UsageAddition addition) {
        addition.clear();
        for (int i = group.from; i < group.to; i++) {
            Entry entry = usage[i];
            int place = Math.floorMod(entry.day, UsageBlock.DAYS);
            addition.used(Objects.requireNonNull(entry.feature).id, place, ((Event.Usage) entry.event).micros());
            if (entry.user != null) {
                addition.seen(entry.user.id, place);
            }
        }
    }

    private void read(List<Group> unknown, Map<Key, Block> found) throws SQLException {
        if (!unknown.isEmpty()) {
            rows.query(
                    """
                    select u.account_id, u.block, u.data, u.xmin::text::bigint
                    from unnest(?::bigint[], ?::int[]) n (account_id, block)
                    join usage_block u on u.account_id = n.account_id and u.block = n.block
                    """,
                    row -> found.put(
                            new Key(row.getLong(1), row.getInt(2)), new Block(row.getBytes(3), (int) row.getLong(4))),
                    Rows.longs(unknown, Group::account),
                    Rows.ints(unknown, Group::block));
        }
    }

    /** Of what this transaction writes. */
    private int version() throws SQLException {
        int[] version = {0};
        rows.query("select pg_current_xact_id()::text::bigint", row -> version[0] = (int) row.getLong(1));
        return version[0];
    }

    private void update(List<Group> existing, List<byte[]> data, List<Integer> versions, boolean remembered)
            throws SQLException {
        if (existing.isEmpty()) {
            return;
        }
        int updated = rows.update(
                """
                update usage_block u set data = n.data
                from unnest(?::bigint[], ?::int[], ?::bytea[], ?::int[]) n (account_id, block, data, version)
                where u.account_id = n.account_id and u.block = n.block and u.xmin = n.version
                """,
                Rows.longs(existing, Group::account),
                Rows.ints(existing, Group::block),
                data.toArray(byte[][]::new),
                versions.stream().mapToInt(Integer::intValue).toArray());
        if (updated < existing.size()) {
            throw remembered
                    ? new Outdated("A block of usage is not as it was remembered")
                    : new Lost("Another instance changed a block of usage");
        }
    }

    private void create(List<Group> created, List<byte[]> data) throws SQLException {
        if (created.isEmpty()) {
            return;
        }
        int stored = rows.update(
                """
                insert into usage_block (account_id, block, data)
                select * from unnest(?::bigint[], ?::int[], ?::bytea[])
                on conflict (account_id, block) do nothing
                """,
                Rows.longs(created, Group::account),
                Rows.ints(created, Group::block),
                data.toArray(byte[][]::new));
        if (stored < created.size()) {
            throw new Lost("Another instance created a block of usage");
        }
    }
}
