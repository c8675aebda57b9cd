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

    Alone(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    interface Doing {
        void with(Rows rows) throws SQLException;
    }

    void doing(Doing doing) {
        transaction.executeWithoutResult(_ -> jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            var rows = new Rows(connection);
            rows.query("select pg_advisory_xact_lock(?)", _ -> {}, FactWriter.LOCK);
            doing.with(rows);
            return true;
        }));
    }
}
