package ews.dashboard.setup.configuration;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes plays and templates that a test has changed and put back those that nobody ever changed. */
public final class StarterVersions {

    private StarterVersions() {}

    public static void forget(JdbcClient jdbc) {
        Stream.of(
                        "delete from play_version where version > 1",
                        "update play_version set author = 'EWS', reason = 'Starter play'",
                        "update play set version = 1",
                        "delete from email_template_version where version > 1",
                        "update email_template_version set author = 'EWS', reason = 'Starter template'",
                        "update email_template set version = 1")
                .forEach(it -> jdbc.sql(it).update());
    }
}
