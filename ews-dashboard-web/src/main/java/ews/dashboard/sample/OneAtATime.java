package ews.dashboard.sample;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Held by the one instance that works on the sample company. PostgreSQL releases it with the connection, so that a
 * killed instance leaves nothing behind that must time out.
 */
final class OneAtATime implements AutoCloseable {

    private static final long LOCK = 0x45_57_53_5AL;

    private final Connection connection;

    private OneAtATime(Connection connection) {
        this.connection = connection;
    }

    /** Empty if somebody else holds it. */
    static Optional<OneAtATime> tryTake(DataSource dataSource) throws SQLException {
        return take(dataSource, "select pg_try_advisory_lock(?)");
    }

    /** Waits until nobody else holds it. */
    static OneAtATime take(DataSource dataSource) throws SQLException {
        return take(dataSource, "select pg_advisory_lock(?) is not null").orElseThrow();
    }

    private static Optional<OneAtATime> take(DataSource dataSource, String sql) throws SQLException {
        Connection connection = dataSource.getConnection();
        boolean taken = false;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            try (var result = statement.executeQuery()) {
                taken = result.next() && result.getBoolean(1);
            }
            return taken ? Optional.of(new OneAtATime(connection)) : Optional.empty();
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                var statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }
}
