package ews.sensors.fact;

import ews.domain.event.Event;
import ews.domain.fact.UsageAddition;
import ews.domain.fact.UsageBlock;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Adds usage to the blocks of accounts: reads those that are there, adds, and writes all back in bulk. No row is locked
 * meanwhile, since that would write each once more: where another instance wrote one of them, the transaction is lost.
 */
final class UsageFacts {

    private final Rows rows;

    private record Key(long account, int block) {}

    /** @param version the 32 bits of the transaction that wrote the row last */
    private record Stored(byte[] data, int version) {}

    /** The entries {@code from} to {@code to}, which all go into one block. */
    private record Group(long account, int block, int from, int to) {}

    UsageFacts(Rows rows) {
        this.rows = rows;
    }

    void add(Work work) throws SQLException {
        Entry[] usage = inOrder(work);
        List<Group> groups = grouped(usage);
        if (groups.isEmpty()) {
            return;
        }
        Map<Key, Stored> stored = stored(groups);
        var existing = new ArrayList<Group>();
        var versions = new ArrayList<Integer>();
        var created = new ArrayList<Group>();
        var existingData = new ArrayList<byte[]>();
        var createdData = new ArrayList<byte[]>();
        var addition = new UsageAddition();
        for (Group group : groups) {
            Stored before = stored.get(new Key(group.account, group.block));
            reduce(usage, group, addition);
            if (before == null) {
                created.add(group);
                createdData.add(addition.addedTo(null));
            } else {
                existing.add(group);
                existingData.add(addition.addedTo(before.data));
                versions.add(before.version);
            }
        }
        update(existing, existingData, versions);
        create(created, createdData);
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
                groups.add(new Group(first.account.id, first.block, from, to));
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

    private Map<Key, Stored> stored(List<Group> additions) throws SQLException {
        var stored = new HashMap<Key, Stored>();
        rows.query(
                """
                select u.account_id, u.block, u.data, u.xmin::text::bigint
                from unnest(?::bigint[], ?::int[]) n (account_id, block)
                join usage_block u on u.account_id = n.account_id and u.block = n.block
                """,
                row -> stored.put(
                        new Key(row.getLong(1), row.getInt(2)), new Stored(row.getBytes(3), (int) row.getLong(4))),
                Rows.longs(additions, Group::account),
                Rows.ints(additions, Group::block));
        return stored;
    }

    private void update(List<Group> existing, List<byte[]> data, List<Integer> versions) throws SQLException {
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
            throw new Lost("Another instance changed a block of usage");
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
