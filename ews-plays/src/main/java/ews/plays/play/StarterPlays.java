package ews.plays.play;

import ews.domain.audit.Actor;
import ews.plays.email.StarterTemplates;
import ews.plays.watchlist.WatchLists;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the plays that everybody starts with into a library that has none, before the application takes requests. Of
 * several instances that start together, one writes and the others wait and find the plays there.
 */
@Component
class StarterPlays implements SmartInitializingSingleton {

    private static final String FILE = "ews/plays/starter-plays.json";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionOperations transaction;
    private final Plays plays;
    private final WatchLists watchLists;
    private final StarterTemplates templates;

    StarterPlays(
            JdbcClient jdbc,
            JsonMapper json,
            TransactionOperations transaction,
            Plays plays,
            WatchLists watchLists,
            StarterTemplates templates) {
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
        this.plays = plays;
        this.watchLists = watchLists;
        this.templates = templates;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(_ -> writeOnce());
    }

    private void writeOnce() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('ews.plays.starter'))")
                .query((row, number) -> number)
                .list();
        if (!plays.all().isEmpty()) {
            return;
        }
        templates.ensure(); // plays name them
        Starter starter = starter();
        starter.watchLists().forEach(list -> watchLists.create(list.key(), list.name(), Actor.SYSTEM));
        starter.plays().forEach(play -> plays.save(play.unsaved(), "Starter play", Actor.SYSTEM));
    }

    private Starter starter() {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            return json.readValue(file, Starter.class);
        } catch (IOException e) {
            throw new IllegalStateException("The starter plays are missing from this build: " + FILE, e);
        }
    }

    private record Starter(List<StarterList> watchLists, List<StarterPlay> plays) {}

    private record StarterList(String key, String name) {}

    private record StarterPlay(
            String key,
            String name,
            String description,
            @Nullable Entry entry,
            List<Step> steps,
            @Nullable Goal goal) {

        Play unsaved() {
            return new Play(key, name, description, 0, true, Definition.read(entry, steps, goal, null));
        }
    }
}
