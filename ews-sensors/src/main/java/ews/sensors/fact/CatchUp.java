package ews.sensors.fact;

import ews.sensors.fact.UsageBacklog.Step;
import java.sql.SQLException;
import java.util.Objects;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings usage from the backlog into its blocks. */
@Component
public class CatchUp {

    /** In blocks: enough to make the cost of a transaction small, few enough to keep nobody waiting for long. */
    private static final int PORTION = 2_000;

    /** Of one portion, where others were in the way. */
    private static final int ATTEMPTS = 12;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final UsageBacklog backlog;

    CatchUp(JdbcTemplate jdbc, PlatformTransactionManager transactions, UsageBacklog backlog) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.backlog = backlog;
    }

    /** Goes on until all is in its blocks that waits there now. */
    public void now() {
        long last = latest();
        while (isWaiting(last)) {
            advance();
        }
    }

    /** The number of the row that waits and came last, whichever instance it came from; 0 if none waits. */
    long latest() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select coalesce(max(id), 0) from usage_backlog", Long.class));
    }

    private boolean isWaiting(long last) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select from usage_backlog where id <= ?)", Boolean.class, last));
    }

    /** Goes on with one portion. */
    Step advance() {
        return advance(PORTION);
    }

    Step advance(int blocks) {
        for (int attempt = 1; ; attempt++) {
            boolean checked = attempt > 1;
            try {
                return Objects.requireNonNull(transaction.execute(_ ->
                        jdbc.execute((ConnectionCallback<Step>) connection -> {
                            var rows = new Rows(connection);
                            // What is lost with this transaction is in the backlog still.
                            rows.update("set local synchronous_commit = off");
                            rows.query("select pg_advisory_xact_lock_shared(?)", _ -> {}, FactWriter.LOCK);
                            return backlog.advance(rows, blocks, checked);
                        })));
            } catch (RuntimeException e) {
                if (Conflict.in(e) == Conflict.NONE || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Goes on until nothing waits, in a transaction beside which nobody else writes facts. */
    void alone(Rows rows) throws SQLException {
        while (backlog.advance(rows, PORTION, true) != Step.NOTHING_WAITS) {}
    }
}
