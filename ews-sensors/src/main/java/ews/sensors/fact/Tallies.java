package ews.sensors.fact;

import ews.domain.event.EventType;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Receipt;
import ews.sensors.intake.Rejection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes down who waits for scoring, what was rejected, and how much came from each source. */
final class Tallies {

    private final Rows rows;

    private record Rejected(Batch batch, Rejection rejection) {}

    private record SourceDay(int source, int day) implements Comparable<SourceDay> {
        @Override
        public int compareTo(SourceDay other) {
            int order = Integer.compare(source, other.source);
            return order != 0 ? order : Integer.compare(day, other.day);
        }
    }

    private record Heard(SourceDay of, EventType type) implements Comparable<Heard> {
        boolean isOf(Entry entry) {
            return of.source == entry.source && type == entry.sentAs();
        }

        @Override
        public int compareTo(Heard other) {
            int order = of.compareTo(other.of);
            return order != 0 ? order : type.compareTo(other.type);
        }
    }

    private record Named(int source, String name) implements Comparable<Named> {
        @Override
        public int compareTo(Named other) {
            int order = Integer.compare(source, other.source);
            return order != 0 ? order : name.compareTo(other.name);
        }
    }

    private record NamedOnDay(int source, String name, int day) implements Comparable<NamedOnDay> {
        @Override
        public int compareTo(NamedOnDay other) {
            int order = Integer.compare(source, other.source);
            order = order != 0 ? order : name.compareTo(other.name);
            return order != 0 ? order : Integer.compare(day, other.day);
        }
    }

    private static final class NameTally {
        private long events;
        private long received;

        void add(long receivedAt) {
            events++;
            received = Math.max(received, receivedAt);
        }
    }

    private record Ignored(long events, long received) {
        Ignored plus(Ignored other) {
            return new Ignored(events + other.events, Math.max(received, other.received));
        }
    }

    private record Received(long first, long last) {
        static Received at(long time) {
            return new Received(time, time);
        }

        boolean holds(long time) {
            return first <= time && time <= last;
        }

        Received and(Received other) {
            return new Received(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    private record Count(SourceDay of, long accepted, long duplicates, long ignored, long rejected, long received) {
        Count plus(Count other) {
            return new Count(
                    of,
                    accepted + other.accepted,
                    duplicates + other.duplicates,
                    ignored + other.ignored,
                    rejected + other.rejected,
                    Math.max(received, other.received));
        }
    }

    Tallies(Rows rows) {
        this.rows = rows;
    }

    void add(Work work) throws SQLException {
        markDirty(work);
        keepRejects(work.sent());
        nameIgnored(work.sent());
        nameEvents(work);
        // Last, since all instances that serve the same source meet in these rows.
        hear(work);
        count(work);
    }

    /**
     * Lets the accounts wait for scoring whose facts have changed: those of an import until it is at rest, and those of usage
     * that is in the backlog until it is not any more.
     */
    void markDirty(Work work) throws SQLException {
        Set<Integer> imports = work.imports();
        var marks = new HashMap<AccountRef, ScoringMark>();
        var imported = new HashMap<AccountRef, ScoringMark>();
        for (Entry entry : work.counted()) {
            if (!work.isInBacklog(entry)) {
                boolean isImported = !imports.isEmpty() && imports.contains(entry.source);
                note(entry, isImported, isImported ? imported : marks);
            }
        }
        new ScoringMarks(rows).add(marks.values());
        new ScoringMarks(rows).add(imported.values());
    }

    /** In time, so the first day seen is the earliest. */
    private static void note(Entry entry, boolean imported, Map<AccountRef, ScoringMark> marks) {
        ScoringMark known = marks.get(entry.account);
        if (known == null || known.routine() && !entry.isRoutine()) {
            var mark = new ScoringMark(entry.account.id, entry.day, entry.received, entry.isRoutine(), imported);
            marks.put(entry.account, known == null ? mark : known.and(mark));
        }
    }

    private void keepRejects(List<Placed> batches) throws SQLException {
        var rejected = new ArrayList<Rejected>();
        for (Placed placed : batches) {
            placed.batch().rejections().forEach(it -> rejected.add(new Rejected(placed.batch(), it)));
        }
        if (!rejected.isEmpty()) {
            rows.update(
                    """
                    insert into reject (source_id, received_at, dialect, batch_id, place, message_id, code, detail, body)
                    select n.source_id, %s, n.dialect, n.batch_id, n.place, n.message_id, n.code, n.detail, n.body
                    from unnest(?::int[], ?::bigint[], ?::int[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[],
                                ?::text[])
                         n (source_id, t, dialect, batch_id, place, message_id, code, detail, body)
                    """.formatted(Rows.TIME),
                    Rows.ints(rejected, it -> it.batch.source().id().value()),
                    Rows.longs(rejected, it -> it.batch.receivedAt().toEpochMilli()),
                    Rows.ints(rejected, it -> it.batch.dialect().number()),
                    Rows.texts(rejected, it -> it.batch.id()),
                    Rows.ints(rejected, it -> it.rejection.index()),
                    Rows.texts(rejected, it -> it.rejection.messageId()),
                    Rows.texts(rejected, it -> it.rejection.code()),
                    Rows.texts(rejected, it -> it.rejection.detail()),
                    Rows.texts(rejected, it -> it.rejection.body()));
        }
    }

    /** What the sources call what came in, whatever it counts as. */
    private void nameEvents(Work work) throws SQLException {
        var counts = new HashMap<NamedOnDay, NameTally>();
        long received = -1;
        int day = 0;
        for (Entry entry : work.accepted()) {
            if (entry.name != null) {
                if (entry.received != received) {
                    // The same for all of a batch.
                    received = entry.received;
                    day = work.dayOf(received);
                }
                counts.computeIfAbsent(new NamedOnDay(entry.source, entry.name, day), _ -> new NameTally())
                        .add(received);
            }
        }
        if (counts.isEmpty()) {
            return;
        }
        // In one order, since all instances that serve the same source meet in these rows.
        var all = counts.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        rows.update(
                """
                insert into event_name as e (source_id, name, day, events, last_received)
                select n.source_id, n.name, date '1970-01-01' + n.day, n.events, %s
                from unnest(?::int[], ?::text[], ?::int[], ?::bigint[], ?::bigint[]) n (source_id, name, day, events, t)
                on conflict (source_id, name, day) do update set
                    events = e.events + excluded.events, last_received = greatest(e.last_received, excluded.last_received)
                """.formatted(Rows.TIME),
                Rows.ints(all, it -> it.getKey().source),
                Rows.texts(all, it -> it.getKey().name),
                Rows.ints(all, it -> it.getKey().day),
                Rows.longs(all, it -> it.getValue().events),
                Rows.longs(all, it -> it.getValue().received));
    }

    private void nameIgnored(List<Placed> batches) throws SQLException {
        var counts = new TreeMap<Named, Ignored>();
        for (Placed placed : batches) {
            Batch batch = placed.batch();
            var one = new Ignored(1, batch.receivedAt().toEpochMilli());
            for (String name : batch.ignored()) {
                counts.merge(new Named(batch.source().id().value(), name), one, Ignored::plus);
            }
        }
        if (counts.isEmpty()) {
            return;
        }
        var all = List.copyOf(counts.entrySet());
        rows.update(
                """
                insert into ignored_event as i (source_id, name, events, last_received)
                select n.source_id, n.name, n.events, %s
                from unnest(?::int[], ?::text[], ?::bigint[], ?::bigint[]) n (source_id, name, events, t)
                on conflict (source_id, name) do update set
                    events = i.events + excluded.events,
                    last_received = greatest(i.last_received, excluded.last_received)
                """.formatted(Rows.TIME),
                Rows.ints(all, it -> it.getKey().source),
                Rows.texts(all, it -> it.getKey().name),
                Rows.longs(all, it -> it.getValue().events),
                Rows.longs(all, it -> it.getValue().received));
    }

    /** To the minute, so that busy sources do not write the same row all the time. */
    private void hear(Work work) throws SQLException {
        var heard = new TreeMap<Heard, Received>();
        Heard latest = null;
        var known = Received.at(-1);
        for (Entry entry : work.entries()) {
            // Most are like the one before.
            if (latest == null || !known.holds(entry.received) || !latest.isOf(entry)) {
                latest = new Heard(new SourceDay(entry.source, work.dayOf(entry.received)), entry.sentAs());
                heard.merge(latest, Received.at(entry.received), Received::and);
                known = Rows.at(heard, latest);
            }
        }
        for (Placed placed : work.sent()) {
            var at = Received.at(placed.batch().receivedAt().toEpochMilli());
            var of = new SourceDay(placed.batch().source().id().value(), work.dayOf(at.first));
            placed.waiting().forEach(it -> heard.merge(new Heard(of, it.type()), at, Received::and));
        }
        if (heard.isEmpty()) {
            return;
        }
        var all = List.copyOf(heard.entrySet());
        rows.update(
                """
                insert into heartbeat (source_id, type, day, first_received, last_received)
                select n.source_id, n.type, date '1970-01-01' + n.day, %s, %s
                from unnest(?::int[], ?::text[], ?::int[], ?::bigint[], ?::bigint[])
                  n (source_id, type, day, first, last)
                on conflict (source_id, type, day) do update set
                  first_received = least(heartbeat.first_received, excluded.first_received),
                  last_received = greatest(heartbeat.last_received, excluded.last_received)
                where heartbeat.last_received < excluded.last_received - interval '1 minute'
                   or heartbeat.first_received > excluded.first_received
                """.formatted(Rows.time("n.first"), Rows.time("n.last")),
                Rows.ints(all, it -> it.getKey().of.source),
                Rows.texts(all, it -> it.getKey().type.code()),
                Rows.ints(all, it -> it.getKey().of.day),
                Rows.longs(all, it -> it.getValue().first),
                Rows.longs(all, it -> it.getValue().last));
    }

    private void count(Work work) throws SQLException {
        var counts = new TreeMap<SourceDay, Count>();
        List<Receipt> receipts = work.receipts();
        for (int i = 0; i < receipts.size(); i++) {
            Batch batch = work.sent().get(i).batch();
            Receipt receipt = receipts.get(i);
            long received = batch.receivedAt().toEpochMilli();
            var of = new SourceDay(batch.source().id().value(), work.dayOf(received));
            var count = new Count(
                    of,
                    receipt.accepted(),
                    receipt.duplicates(),
                    receipt.ignored(),
                    receipt.rejected().size(),
                    received);
            counts.merge(of, count, Count::plus);
        }
        if (counts.isEmpty()) {
            return;
        }
        var all = List.copyOf(counts.values());
        rows.update(
                """
                insert into source_day as d (source_id, day, accepted, duplicates, ignored, rejected, last_received)
                select n.source_id, date '1970-01-01' + n.day, n.accepted, n.duplicates, n.ignored, n.rejected, %s
                from unnest(?::int[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                     n (source_id, day, accepted, duplicates, ignored, rejected, t)
                on conflict (source_id, day) do update set
                    accepted = d.accepted + excluded.accepted,
                    duplicates = d.duplicates + excluded.duplicates,
                    ignored = d.ignored + excluded.ignored,
                    rejected = d.rejected + excluded.rejected,
                    last_received = greatest(d.last_received, excluded.last_received)
                """.formatted(Rows.TIME),
                Rows.ints(all, it -> it.of.source),
                Rows.ints(all, it -> it.of.day),
                Rows.longs(all, Count::accepted),
                Rows.longs(all, Count::duplicates),
                Rows.longs(all, Count::ignored),
                Rows.longs(all, Count::rejected),
                Rows.longs(all, Count::received));
    }
}
