package ews.plays.play;

import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.plays.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The library of plays. Runs keep the definition that they started with, whatever happens here later. */
@Repository
public class Plays {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PlayVersions versions;
    private final PlayDrafts drafts;
    private final PlayNames names;
    private final AuditLog audit;

    Plays(JdbcClient jdbc, JsonMapper json, PlayVersions versions, PlayDrafts drafts, PlayNames names, AuditLog audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.versions = versions;
        this.drafts = drafts;
        this.names = names;
        this.audit = audit;
    }

    public List<Play> all() {
        return jdbc.sql("select * from play order by name").query(this::play).list();
    }

    public Optional<Play> withKey(String key) {
        return jdbc.sql("select * from play where key = :key")
                .param("key", key)
                .query(this::play)
                .optional();
    }

    /** What it has said so far, newest first. */
    public List<PlayVersion> versions(String key) {
        return versions.of(key);
    }

    /** A key for a new play of this name, which neither a play nor a draft has yet. */
    public String keyFor(String name) {
        return PlayKey.of(
                name, key -> withKey(key).isPresent() || drafts.withKey(key).isPresent());
    }

    /**
     * Saves a new play (version 0), or the next version of the one that was edited. What has not changed stays at its
     * version. A draft of it is gone then. Switching on and off is not a change of the play: {@link #enable}, {@link #disable}.
     *
     * @param reason why it is written like that, in one line
     * @return the play as it is now
     * @throws InvalidPlay if anything is wrong with it
     * @throws IllegalArgumentException if there is no reason, or a very long one
     * @throws TransitionRefused if somebody else saved another version meanwhile
     */
    @Transactional
    public Play save(Play edited, String reason, Actor actor) {
        // A play can name itself, also when it is new.
        return save(edited, known().with(edited.key()), reason, actor);
    }

    /** The same where what plays can name is told. */
    @Transactional
    Play save(Play edited, Known known, String reason, Actor actor) {
        PlayCheck.check(edited, known);
        Optional<Play> current = withKey(edited.key());
        if (current.filter(it -> it.version() == edited.version() && it.saysTheSameAs(edited))
                .isPresent()) {
            return current.orElseThrow();
        }
        String why = Written.required("reason", reason, Written.LINE);
        try {
            int written = edited.version() == 0 ? insert(edited) : update(edited);
            if (written == 0) {
                throw new TransitionRefused(withKey(edited.key())
                        .map(it ->
                                "The play \"%s\" is at version %d, and you edited version %d: please look at it again."
                                        .formatted(it.name(), it.version(), edited.version()))
                        .orElse("There is no play " + edited.key()));
            }
        } catch (DuplicateKeyException e) {
            throw new InvalidPlay(List.of("Another play has the name \"%s\".".formatted(edited.name())));
        }
        versions.keep(edited.key(), why, actor.name());
        drafts.forget(edited.key());
        Play saved = withKey(edited.key()).orElseThrow();
        audit.record(
                actor,
                "play.saved",
                "play " + saved.name(),
                Map.of(
                        "key",
                        saved.key(),
                        "version",
                        saved.version(),
                        "definition",
                        saved.definition(),
                        "reason",
                        why));
        return saved;
    }

    /** Lets alerts and people start the play. */
    @Transactional
    public void enable(String key, Actor actor) {
        switchTo(true, key, actor);
    }

    /** Lets nobody start the play any more; its runs go on. */
    @Transactional
    public void disable(String key, Actor actor) {
        switchTo(false, key, actor);
    }

    /** What plays can name now. */
    Known known() {
        return names.known(all().stream().map(Play::key).collect(Collectors.toSet()));
    }

    private void switchTo(boolean enabled, String key, Actor actor) {
        Play play = withKey(key).orElseThrow(() -> new NoSuchElementException("There is no play " + key));
        int changed = jdbc.sql("update play set enabled = :enabled where key = :key and enabled <> :enabled")
                .param("enabled", enabled)
                .param("key", key)
                .update();
        if (changed == 1) {
            audit.record(actor, enabled ? "play.enabled" : "play.disabled", "play " + play.name(), Map.of("key", key));
        }
    }

    private int insert(Play play) {
        return jdbc.sql("""
                        insert into play (key, name, description, version, definition, enabled)
                        values (:key, :name, :description, 1, :definition::jsonb, :enabled)
                        on conflict (key) do nothing
                        """)
                .param("key", play.key())
                .param("name", play.name().strip())
                .param("description", play.description().strip())
                .param("definition", json.writeValueAsString(play.definition()))
                .param("enabled", play.enabled())
                .update();
    }

    private int update(Play play) {
        return jdbc.sql("""
                        update play set name = :name, description = :description, definition = :definition::jsonb,
                          version = version + 1
                        where key = :key and version = :version
                        """)
                .param("key", play.key())
                .param("version", play.version())
                .param("name", play.name().strip())
                .param("description", play.description().strip())
                .param("definition", json.writeValueAsString(play.definition()))
                .update();
    }

    private Play play(ResultSet row, int number) throws SQLException {
        return PlayVersions.play(row, json);
    }
}
