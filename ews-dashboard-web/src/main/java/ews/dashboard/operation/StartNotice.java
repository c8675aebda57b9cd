package ews.dashboard.operation;

import ews.dashboard.database.EmbeddedDatabase;
import ews.dashboard.security.FirstAdmin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The first words: where to look, where the data are, and how to make the first admin. */
@Component
class StartNotice {

    private final FirstAdmin firstAdmin;
    private final ObjectProvider<EmbeddedDatabase> embedded;
    private final Environment environment;

    StartNotice(FirstAdmin firstAdmin, ObjectProvider<EmbeddedDatabase> embedded, Environment environment) {
        this.firstAdmin = firstAdmin;
        this.embedded = embedded;
        this.environment = environment;
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        String port = environment.getProperty("local.server.port");
        if (port != null) { // a test without a server has nothing to announce
            double seconds =
                    ready.getTimeTaken() == null ? 0 : ready.getTimeTaken().toMillis() / 1000.0;
            System.out.println(text(address(port), seconds));
        }
    }

    private String text(String address, double seconds) {
        var text = new StringBuilder("\n  Early Warning is ready, after %.1f seconds.\n\n".formatted(seconds));
        text.append("    Open    ").append(address).append('\n');
        text.append("    Data    ").append(data()).append('\n');
        firstAdmin
                .link()
                .ifPresent(path -> text.append(
                                "\n    There is no admin yet. Make yourself the first one; this link works once:\n\n    ")
                        .append(address)
                        .append(path)
                        .append('\n'));
        return text.toString();
    }

    private String address(String port) {
        boolean secure = environment.getProperty("server.ssl.enabled", Boolean.class, false)
                || environment.containsProperty("server.ssl.bundle");
        String path = environment.getProperty("server.servlet.context-path", "");
        return (secure ? "https" : "http") + "://localhost:" + port + path;
    }

    private String data() {
        EmbeddedDatabase database = embedded.getIfAvailable();
        return database == null
                ? environment.getProperty("spring.datasource.url", "").replaceFirst("[?].*", "")
                : database.directory() + " (embedded PostgreSQL 18)";
    }
}
