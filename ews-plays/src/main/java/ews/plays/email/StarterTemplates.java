package ews.plays.email;

import ews.domain.audit.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the templates that everybody starts with where there are none, before the application takes requests. Of several
 * instances that start together, one writes and the others wait and find the templates there.
 */
@Component
public class StarterTemplates implements SmartInitializingSingleton {

    private static final String FILE = "ews/plays/starter-templates.json";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionOperations transaction;
    private final Templates templates;

    StarterTemplates(JdbcClient jdbc, JsonMapper json, TransactionOperations transaction, Templates templates) {
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
        this.templates = templates;
    }

    @Override
    public void afterSingletonsInstantiated() {
        ensure();
    }

    /** Writes them now, for those who cannot wait until it is their turn. */
    public void ensure() {
        transaction.executeWithoutResult(_ -> writeOnce());
    }

    private void writeOnce() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('ews.plays.starter-templates'))")
                .query((row, number) -> number)
                .list();
        if (templates.all().isEmpty()) {
            for (StarterTemplate starter : starters()) {
                templates.save(starter.unsaved(), "Starter template", Actor.SYSTEM);
            }
        }
    }

    private StarterTemplate[] starters() {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            return json.readValue(file, StarterTemplate[].class);
        } catch (IOException e) {
            throw new IllegalStateException("The starter templates are missing from this build: " + FILE, e);
        }
    }

    /** @param body line by line */
    private record StarterTemplate(String key, String name, String subject, List<String> body) {

        Template unsaved() {
            return new Template(key, name, subject, String.join("\n", body), 0);
        }
    }
}
