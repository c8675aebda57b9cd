package ews.plays.watchlist;

import ews.domain.Keys;
import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.plays.Written;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** People make watch lists, rename them, and delete them when nothing depends on them any more. */
@Repository
public class WatchListChanges {

    private static final String IN_STEPS =
            "jsonb_path_exists(%s, '$.** ? (@.type == \"watch_list\" && @.list == $list)', jsonb_build_object('list', :key::text))";

    private static final String DEPENDENTS =
            """
            select 'the play “' || name || '”' from play where %s
            union all
            select 'a run of “' || play_name || '”' from run where status = 'running' and %s group by play_name
            union all
            select 'the saved filter “' || name || '”' from saved_filter where query ->> 'list' = :key
            order by 1
            """.formatted(IN_STEPS.formatted("definition"), IN_STEPS.formatted("definition"));

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final WatchLists lists;

    WatchListChanges(JdbcClient jdbc, AuditLog audit, WatchLists lists) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.lists = lists;
    }

    /**
     * Makes an empty list with a key that reads like its name.
     *
     * @throws IllegalArgumentException if the name is missing, too long, or that of another list
     */
    @Transactional
    public WatchList create(String name, Actor actor) {
        String written = Written.required("name", name, Written.LINE);
        String key = Keys.of(written, "list", this::isTaken);
        try {
            jdbc.sql("insert into watch_list (key, name, owner_id) values (:key, :name, :owner)")
                    .param("key", key)
                    .param("name", written)
                    .param(
                            "owner",
                            actor.member() == null ? null : actor.member().value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(written, e);
        }
        audit.record(actor, "watch_list.created", "watch list " + written, Map.of("key", key));
        return lists.withKey(key).orElseThrow();
    }

    /**
     * Its key stays, so plays and addresses find it.
     *
     * @throws IllegalArgumentException if the name is missing, too long, or that of another list
     */
    @Transactional
    public void rename(WatchList list, String name, Actor actor) {
        String written = Written.required("name", name, Written.LINE);
        try {
            jdbc.sql("update watch_list set name = :name where key = :key")
                    .param("key", list.key())
                    .param("name", written)
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(written, e);
        }
        audit.record(actor, "watch_list.renamed", "watch list " + written, Map.of("was", list.name()));
    }

    /**
     * Deletes a list with what is on it.
     *
     * @throws TransitionRefused if a play, a running run or a saved filter needs it; the message names them
     */
    @Transactional
    public void delete(WatchList list, Actor actor) {
        List<String> dependents = dependents(list.key());
        if (!dependents.isEmpty()) {
            throw new TransitionRefused(
                    "“%s” stays: %s would miss it.".formatted(list.name(), String.join(", ", dependents)));
        }
        jdbc.sql("delete from watch_list where key = :key")
                .param("key", list.key())
                .update();
        audit.record(
                actor,
                "watch_list.deleted",
                "watch list " + list.name(),
                Map.of("key", list.key(), "accounts", list.accounts()));
    }

    /** What names the list, in words. */
    public List<String> dependents(String key) {
        return jdbc.sql(DEPENDENTS)
                .param("key", key)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Whether a list has the key, or the key would be read as another kind of list. */
    private boolean isTaken(String key) {
        return !(ListKey.of(key) instanceof ListKey.Kept)
                || key.equals("new")
                || lists.withKey(key).isPresent();
    }

    private static IllegalArgumentException taken(String name, DuplicateKeyException cause) {
        return new IllegalArgumentException(
                "There is a watch list “%s” already: please choose another name.".formatted(name), cause);
    }
}
