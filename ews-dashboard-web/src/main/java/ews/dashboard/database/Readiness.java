package ews.dashboard.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.postgresql.ds.PGSimpleDataSource;

/** Waits until the server takes connections: after a crash it first repairs its data, which may take a while. */
record Readiness(PGSimpleDataSource dataSource) {

    private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(50);

    Readiness(String url, String user, String password) {
        this(new PGSimpleDataSource());
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        dataSource.setConnectTimeout(5);
    }

    /** @throws DatabaseFailure if the server ended instead */
    Readiness await(BooleanSupplier running) {
        while (true) {
            try (Connection connection = dataSource.getConnection()) {
                return this;
            } catch (SQLException notYet) {
                if (!running.getAsBoolean()) {
                    throw new DatabaseFailure(
                            "The embedded PostgreSQL ended while it was starting.",
                            "Read postgres.log in the data directory for the reason.",
                            notYet);
                }
                LockSupport.parkNanos(BETWEEN_TRIES);
            }
        }
    }

    /** Makes the database if an earlier first start did not come that far. */
    void ensureDatabase(String name) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select from pg_database where datname = '" + name + "'")) {
            if (!found.next()) {
                statement.execute("create database " + name);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(
                    "The embedded PostgreSQL did not make its database.",
                    "Read postgres.log in the data directory for the reason.",
                    e);
        }
    }
}
