package ews.sensors.direct;

import ews.sensors.intake.IntakeUnavailable;
import ews.sensors.intake.SourceGone;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells an outage, after which the same batch can be sent again, from a batch that the database will never take. */
final class Failures {

    /** Classes of SQL states: connection, resources (disk, memory), intervention (shutdown), system. */
    private static final Set<String> OUTAGES = Set.of("08", "53", "57", "58");

    private Failures() {}

    static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException || cause instanceof TransactionSystemException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && (sql.getSQLState() == null
                            || OUTAGES.contains(sql.getSQLState().substring(0, 2)))) {
                return true;
            }
        }
        return false;
    }

    /** The same exception is given to several senders, so each gets its own on top. */
    static RuntimeException toSender(Throwable failure) {
        if (failure instanceof SourceGone) {
            return new SourceGone(failure);
        }
        return isOutage(failure)
                ? IntakeUnavailable.databaseDown(failure)
                : new IllegalStateException("The batch could not be stored", failure);
    }
}
