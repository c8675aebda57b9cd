package ews.sensors.fact;

import java.sql.SQLException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does in one transaction what nobody else may write facts beside. The intake waits meanwhile, so it must not be long. */
@Component
class Alone {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final CatchUp catchUp;

    Alone(JdbcTemplate jdbc, PlatformTransactionManager transactions, CatchUp catchUp) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.catchUp = catchUp;
    }

    interface Doing {
        void with(Rows rows) throws SQLException;
    }

    /** With all usage in its blocks. Most of what waits for that is added before, so that the intake waits for little only. */
    void doing(Doing doing) {
        catchUp.now();
        transaction.executeWithoutResult(_ -> jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            var rows = new Rows(connection);
            rows.query("select pg_advisory_xact_lock(?)", _ -> {}, FactWriter.LOCK);
            catchUp.alone(rows);
            doing.with(rows);
            return true;
        }));
    }
}
