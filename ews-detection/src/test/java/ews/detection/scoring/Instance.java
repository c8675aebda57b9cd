package ews.detection.scoring;

import ews.detection.TestApplication;
import ews.testing.TestDatabase;
import ews.testing.TickingClock;
import java.time.Instant;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of several instances on the same database, with a clock of its own. */
final class Instance implements AutoCloseable {

    /** Connections of the pool are checked before each use: a new process has none that are closed already. */
    private static final String ALWAYS_CHECKED = "com.zaxxer.hikari.aliveBypassWindowMs";

    private final String name;
    private final ConfigurableApplicationContext context;
    private volatile boolean killed;

    private Instance(String name, ConfigurableApplicationContext context) {
        this.name = name;
        this.context = context;
    }

    static Instance start(String url, String name) {
        System.setProperty(ALWAYS_CHECKED, "0");
        try {
            return new Instance(name, run(url, name));
        } finally {
            System.clearProperty(ALWAYS_CHECKED);
        }
    }

    private static ConfigurableApplicationContext run(String url, String name) {
        return new SpringApplicationBuilder(TestApplication.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=%s%sApplicationName=%s"
                                .formatted(url, url.contains("?") ? "&" : "?", name),
                        "spring.datasource.username=" + TestDatabase.user(),
                        "spring.datasource.password=" + TestDatabase.password(),
                        "ews.zone=Europe/Berlin")
                .run();
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    void setClock(Instant time) {
        the(TickingClock.class).set(time);
    }

    /** Does what it does all the time, until nothing is left that nobody else is at: the day's run, and what changed. */
    void work() {
        try {
            the(DailyScoring.class).run();
            while (the(LiveScoring.class).runOnce() > 0) {
                // until nothing is due
            }
        } catch (RuntimeException e) {
            if (!killed) {
                throw e;
            }
        }
    }

    /** As its process would be, for the database: what it has not committed has never been. */
    void kill() {
        killed = true;
        the(JdbcClient.class).sql("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where application_name = :name and pid <> pg_backend_pid()
                        """).param("name", name).query(Long.class).single();
    }

    /** After a kill. */
    void startAgain() {
        killed = false;
    }

    @Override
    public void close() {
        context.close();
    }
}
