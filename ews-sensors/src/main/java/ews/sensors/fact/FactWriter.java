package ews.sensors.fact;

import ews.domain.member.Members;
import ews.domain.time.OrganisationDays;
import ews.sensors.eventlog.EventPartitions;
import ews.sensors.intake.Batch;
import ews.sensors.intake.KeptEvents;
import ews.sensors.intake.Receipt;
import ews.sensors.intake.SourceGone;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns batches of events into committed facts, all in one transaction: drops duplicates, appends to the log, reduces
 * to facts, marks accounts for scoring, keeps rejects, counts. The facts are the same in whatever order, split and
 * repetition events arrive, and however many instances write at the same time.
 */
@Component
public class FactWriter {

    private static final int ATTEMPTS = 12;

    /** Accounts, users and uses of features to have at hand: about 30 MB at most. */
    private static final int REMEMBERED = 150_000;

    /** Bytes of more of them, packed: a million small accounts, but no more than a fourth of the memory there is. */
    private static final long PACKED = Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4);

    /** For how many transactions duplicates are looked for first, or others are reckoned with, after it was needed. */
    private static final int WARY = 200;

    /** Any number that no other advisory lock uses: "fact" in ASCII. */
    static final long LOCK = 0x66616374;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final EventPartitions partitions;
    private final OrganisationDays days;
    private final Members members;
    private final JsonMapper json;
    private final KeptEvents kept;
    private final UsageBacklog backlog;
    private final Directory directory = new Directory(REMEMBERED, new PackedAccounts(PACKED));
    private final MadeAgain madeAgain = new MadeAgain();
    private final Naming naming = new Naming();
    /** How many of the next transactions expect duplicates. */
    private int wary;
    /** How many of the next transactions expect other instances to write to the same accounts. */
    private int crowded;

    FactWriter(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EventPartitions partitions,
            OrganisationDays days,
            Members members,
            JsonMapper json,
            KeptEvents kept,
            UsageBacklog backlog) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.partitions = partitions;
        this.days = days;
        this.members = members;
        this.json = json;
        this.kept = kept;
        this.backlog = backlog;
    }

    /**
     * Commits all of the batches or none, and gives one receipt for each, in their order. One caller at a time is
     * served; more throughput comes from larger calls.
     *
     * @throws SourceGone if the source of any of them was deleted
     * @throws org.springframework.dao.DataAccessException if the database is down, or refused the events
     */
    public synchronized List<Receipt> apply(List<Batch> batches) {
        return commit(batches, rows -> new Placement(rows, kept).place(batches));
    }

    /** Places events that wait for their account although it is known: it was told while they were being received. */
    public synchronized void placeMissed() {
        commit(List.of(), rows -> new Placement(rows, kept).placeMissed());
    }

    private interface Placing {
        List<Placed> place(Rows rows) throws SQLException;
    }

    private List<Receipt> commit(List<Batch> batches, Placing placing) {
        Collection<LocalDate> utcDays = Work.utcDays(batches);
        for (int attempt = 1; ; attempt++) {
            var work = new Work(directory, days, naming);
            try {
                partitions.ensure(utcDays);
                transaction.executeWithoutResult(_ -> jdbc.execute((ConnectionCallback<Boolean>) connection -> {
                    var rows = new Rows(connection);
                    takeTurn(rows);
                    madeAgain.forgetIn(directory, rows);
                    naming.refresh(rows);
                    work.begin(placing.place(rows), batches.size());
                    return write(connection, rows, work);
                }));
                crowded = Math.max(0, crowded - 1);
                directory.keep();
                return work.receipts();
            } catch (Error e) {
                directory.forget();
                throw e;
            } catch (RuntimeException e) {
                directory.forget();
                Conflict conflict = Conflict.in(e);
                if (conflict == Conflict.NONE || attempt == ATTEMPTS) {
                    throw e;
                }
                switch (conflict) {
                    case NO_PARTITION -> partitions.forget();
                    case REPEATED -> wary = WARY;
                    case LOST -> requireSources(batches, e);
                    case NONE -> {}
                }
                crowded = Math.max(crowded, conflict == Conflict.LOST ? WARY : 1);
            }
        }
    }

    private void requireSources(List<Batch> batches, RuntimeException failure) {
        Integer[] sources =
                batches.stream().map(it -> it.source().id().value()).distinct().toArray(Integer[]::new);
        Integer found =
                jdbc.queryForObject("select count(*) from source where id = any (?)", Integer.class, (Object) sources);
        if (found == null || found < sources.length) {
            throw new SourceGone(failure);
        }
    }

    private boolean write(Connection connection, Rows rows, Work work) throws SQLException {
        new AccountIds(rows).resolve(work.accounts());
        settleDuplicates(rows, work);
        var reduction = new Reduction(rows, days, members, json);
        reduction.name(work);
        LogCopy.append(connection, work.accepted());
        backlog.take(rows, work);
        reduction.add(work);
        new Tallies(rows).add(work);
        return true;
    }

    /**
     * Writers of several instances work side by side, since they seldom meet. Those who met, and lost by it, then write
     * alone: so nobody is kept from getting done, and rows need no order in which to be locked.
     */
    private void takeTurn(Rows rows) throws SQLException {
        String lock = crowded > 0 ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
        rows.query("select " + lock + "(?)", _ -> {}, LOCK);
    }

    /**
     * Most events are news, and looking each of them up would cost nearly as much as storing it. So the log's primary
     * key is trusted to fail the transaction if there is a duplicate; the next ones then look first.
     */
    private void settleDuplicates(Rows rows, Work work) throws SQLException {
        var duplicates = new Duplicates(rows);
        boolean repeated = duplicates.settleTimes(work);
        work.sort();
        duplicates.markRepeated(work.entries());
        if (wary > 0 || repeated) {
            boolean found = duplicates.markLogged(work.entries());
            wary = found ? WARY : Math.max(0, wary - 1);
        }
        work.settleDuplicates();
    }
}
