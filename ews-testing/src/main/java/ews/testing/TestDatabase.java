package ews.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLState;
import org.springframework.boot.SpringApplication;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL 18, started once for a test run: in a container where Docker answers, else the embedded one. Tests
 * share the migrated database {@link #url()}; one that needs a database of its own takes {@link #another()}.
 */
public final class TestDatabase {

    private static final String IMAGE = "postgres:18";
    private static final int TRIES = 5;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    /** The server, with one empty database to start from. */
    private record Server(String url, String user, String password) {

        static final Server INSTANCE = start();

        private static Server start() {
            return dockerAnswers() ? container() : embedded();
        }

        private static boolean dockerAnswers() {
            try {
                return DockerClientFactory.instance().isDockerAvailable();
            } catch (RuntimeException e) {
                return false;
            }
        }

        @SuppressWarnings("resource") // lives as long as the test run
        private static Server container() {
            var container = new PostgreSQLContainer(IMAGE);
            container.start();
            return new Server(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }

        @SuppressWarnings("resource") // lives as long as the test run
        private static Server embedded() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setServerConfig("timezone", "UTC")
                        .setServerConfig("max_connections", "200")
                        .start();
                SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
                return new Server(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL for the tests did not start", e);
            }
        }

        /** After all applications, which would wait for it in vain while they stop. */
        private static void stop(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL for the tests did not stop", e);
            }
        }

        String urlOf(String database) {
            return url.replaceFirst("(//[^/]+/)[^?]+", "$1" + database);
        }
    }

    /** The database that all tests of a run share, migrated. */
    private static final class Shared {
        static final String URL = another();
    }

    public static String url() {
        return Shared.URL;
    }

    public static String user() {
        return Server.INSTANCE.user();
    }

    public static String password() {
        return Server.INSTANCE.password();
    }

    /** The address of a new, migrated database. */
    public static String another() {
        String url = empty();
        Flyway.configure()
                .dataSource(url, user(), password())
                .loggers("slf4j")
                .load()
                .migrate();
        return url;
    }

    /** The address of a new database without any table. */
    public static String empty() {
        String name = "test_" + NUMBER.incrementAndGet();
        try (Connection connection = dataSource(Server.INSTANCE.url()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create the test database " + name, e);
        }
        return Server.INSTANCE.urlOf(name);
    }

    /**
     * Empties the shared database, except for what an application writes once when it starts: the starter segments,
     * profiles, rules and plays, and the names of features. What an application does in the background may be in the
     * way: of two that wait for each other PostgreSQL stops one, and if that was this one, it tries again. Applications
     * hear that keys do not lead to other accounts any more.
     */
    public static void clear() {
        for (int tries = 1; !isCleared(tries == TRIES); tries++) {}
    }

    private static boolean isCleared(boolean last) {
        try (Connection connection = dataSource(url()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into facts_made_again (account_key) select key from account_alias;
                    delete from account; delete from account_merge; delete from holiday; delete from event; delete from forgotten_events; delete from dirty_account; delete from daily_run;
                    delete from usage_backlog; update usage_round set number = 0, up_to_account = 0, up_to_block = 0;
                    delete from audit_entry; delete from profile_draft; delete from profile_version where version > 1;
                    delete from event_publication; delete from outbox_message; delete from webhook; delete from slack_channel; delete from source; delete from csv_mapping; delete from imported_account;
                    delete from watch_list where owner_id is not null; delete from member; delete from sample_company; delete from segment_cadence;
                    update inbox_policy set budget = 20, quiet_from = null, quiet_to = null, quiet_weekends = false;
                    update holiday_calendar set region = null;
                    update escalation_policy set remind_after = 1, escalate_after = 3, alert_after = 3;
                    update follow_up_policy set owner_change = 'all_but_manual'""");
            return true;
        } catch (SQLException e) {
            if (!last && PSQLState.DEADLOCK_DETECTED.getState().equals(e.getSQLState())) {
                return false;
            }
            throw new IllegalStateException("Could not empty the test database", e);
        }
    }

    public static PGSimpleDataSource dataSource(String url) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user());
        dataSource.setPassword(password());
        return dataSource;
    }
}
