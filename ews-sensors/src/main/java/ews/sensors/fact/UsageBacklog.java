package ews.sensors.fact;

import ews.sensors.fact.BacklogRound.Place;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Usage that is committed and not yet in its blocks. Under load, when a transaction has usage for very many blocks, writing
 * each of them would cost more than anything else. So it is appended here as one row, and added to the blocks later, together
 * with that of other transactions: then each block is written once for all of them.
 *
 * <p>It leaves in rounds: a round takes the rows of that part of the accounts that has waited for longest, and adds them to
 * the blocks in the order of accounts, in many transactions. How far it has come is stored by each of them, so that nothing is
 * added twice, whatever happens to whom.
 */
@Component
public class UsageBacklog {

    /** The most that a round takes, in bytes: of some five million events, but no more than an eighth of the memory there is. */
    static final long MOST_OF_A_ROUND = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);

    /** A round is of one part of the accounts, so that what it takes is more for each of them. */
    static final int PARTS = 8;

    /** Accounts that follow each other, whose blocks lie side by side, are in one part, and are put together at a time. */
    private static final int STRIPE = 4_096;

    /** Blocks that are written with their events, without making these wait for long. */
    private static final int FEW_BLOCKS = 256;

    private final int fewBlocks;
    private final int stripe;
    private final UsagePack.Writer writer = new UsagePack.Writer();
    private final AtomicLong appended = new AtomicLong();
    private final AtomicLong size = new AtomicLong();
    /** Whether something may be waiting that was appended by this instance. */
    private volatile boolean waiting;

    /** The round as it was left here, if nobody else has gone on with it since. */
    private @Nullable Round round;

    UsageBacklog() {
        this(FEW_BLOCKS, STRIPE);
    }

    UsageBacklog(int fewBlocks, int stripe) {
        this.fewBlocks = fewBlocks;
        this.stripe = stripe;
    }

    private record Progress(long number, Place place) {}

    /** @param number the transaction that took the rows, since two rounds must never be mistaken for one another */
    private record Round(long number, BacklogRound usage) {
        boolean isAt(Progress progress) {
            return number == progress.number && usage.place().equals(progress.place);
        }
    }

    /** What came of going on. */
    enum Step {
        NOTHING_WAITS,
        GONE_ON,
        ROUND_IS_OVER
    }

    /** Bytes that this instance has appended and that no round has taken yet, about. */
    long size() {
        return size.get();
    }

    /**
     * Takes the usage of batches that came at the same time, if it goes into many blocks. One who sends alone finds everything
     * in its place when the answer comes, unless something is waiting already: then blocks are being written, and one of the
     * two transactions would have to start again. One caller at a time.
     */
    void take(Rows rows, Work work) throws SQLException {
        boolean high = work.sent().size() > 1 && work.usage().size() > fewBlocks;
        if (high || waiting && !work.usage().isEmpty()) {
            List<List<UsageGroup>> parts = parts(work.usage());
            for (int part = 0; part < PARTS; part++) {
                if (!parts.get(part).isEmpty()) {
                    append(rows, part, writer.pack(parts.get(part), work.imports()));
                }
            }
            work.letUsageWait();
        }
    }

    private List<List<UsageGroup>> parts(List<UsageGroup> usage) {
        List<List<UsageGroup>> parts = Stream.generate(() -> (List<UsageGroup>) new ArrayList<UsageGroup>())
                .limit(PARTS)
                .toList();
        for (UsageGroup group : usage) {
            parts.get((int) (group.account() / stripe % PARTS)).add(group);
        }
        return parts;
    }

    private void append(Rows rows, int part, byte[] pack) throws SQLException {
        waiting = true;
        appended.incrementAndGet();
        size.addAndGet(pack.length);
        rows.update("insert into usage_backlog (part, data) values (?, ?)", part, pack);
    }

    /**
     * Adds what waits to so many blocks at most, and lets their accounts wait for scoring. One transaction at a time does so.
     *
     * @param checked whether to look which accounts are still there; without, one that is gone fails the transaction
     */
    synchronized Step advance(Rows rows, int blocks, boolean checked) throws SQLException {
        long before = appended.get();
        if (isEmpty(rows)) {
            nothingWaits(before);
            return Step.NOTHING_WAITS;
        }
        Progress progress = progress(rows);
        Round current = round;
        if (current == null || current.usage.isOver() || !current.isAt(progress)) {
            current = begin(rows, progress);
        }
        round = current;
        if (current.usage.isOver()) {
            // Somebody else was faster.
            return Step.NOTHING_WAITS;
        }
        add(rows, current.usage.next(blocks), checked);
        if (current.usage.isOver()) {
            rows.update("delete from usage_backlog where taken");
            save(rows, current.number, Place.BEGIN);
            return Step.ROUND_IS_OVER;
        }
        save(rows, current.number, current.usage.place());
        return Step.GONE_ON;
    }

    private static boolean isEmpty(Rows rows) throws SQLException {
        boolean[] any = {false};
        rows.query("select exists (select from usage_backlog)", row -> any[0] = row.getBoolean(1));
        return !any[0];
    }

    private void nothingWaits(long appendedBefore) {
        if (appended.get() == appendedBefore) {
            waiting = false;
            size.set(0);
        }
    }

    /** Nobody else goes on until the transaction ends. */
    private static Progress progress(Rows rows) throws SQLException {
        var found = new ArrayList<Progress>();
        rows.query(
                "select number, up_to_account, up_to_block from usage_round for update",
                row -> found.add(new Progress(row.getLong(1), new Place(row.getLong(2), row.getInt(3)))));
        return found.getFirst();
    }

    private Round begin(Rows rows, Progress progress) throws SQLException {
        List<byte[]> packs = taken(rows);
        if (!packs.isEmpty()) {
            return new Round(progress.number, new BacklogRound(packs, progress.place, stripe));
        }
        rows.update("""
                update usage_backlog b set taken = true
                from (select id, sum(octet_length(data)) over (order by id) - octet_length(data) as before
                      from usage_backlog
                      where part = (select part from usage_backlog order by id limit 1)) w
                where w.id = b.id and w.before < ?
                """, MOST_OF_A_ROUND);
        packs = taken(rows);
        leave(packs);
        return new Round(transaction(rows), new BacklogRound(packs, Place.BEGIN, stripe));
    }

    private static List<byte[]> taken(Rows rows) throws SQLException {
        List<byte[]> packs = new ArrayList<>();
        rows.queryInParts("select data from usage_backlog where taken order by id", row -> packs.add(row.getBytes(1)));
        return packs;
    }

    /** Some of them may have been appended by others, or before this instance began to count. */
    private void leave(List<byte[]> packs) {
        long taken = packs.stream().mapToLong(it -> it.length).sum();
        size.updateAndGet(it -> Math.max(0, it - taken));
    }

    /** Its number is never used again, even if it is rolled back. */
    private static long transaction(Rows rows) throws SQLException {
        long[] number = {0};
        rows.query("select pg_current_xact_id()::text::bigint", row -> number[0] = row.getLong(1));
        return number[0];
    }

    private static void add(Rows rows, List<BacklogRound.Usage> usages, boolean checked) throws SQLException {
        List<BacklogRound.Usage> known = checked ? ofAccountsThatAreThere(rows, usages) : usages;
        new UsageFacts(rows).add(known);
        new ScoringMarks(rows).add(known.stream().map(BacklogRound.Usage::mark).toList());
    }

    private static List<BacklogRound.Usage> ofAccountsThatAreThere(Rows rows, List<BacklogRound.Usage> usages)
            throws SQLException {
        Set<Long> there = new HashSet<>();
        rows.query("select id from account where id = any (?) for key share", row -> there.add(row.getLong(1)), (Object)
                Rows.longs(usages, BlockUsage::account));
        return usages.stream().filter(it -> there.contains(it.account())).toList();
    }

    private static void save(Rows rows, long number, Place place) throws SQLException {
        rows.update(
                "update usage_round set number = ?, up_to_account = ?, up_to_block = ?",
                number,
                place.account(),
                place.block());
    }
}
