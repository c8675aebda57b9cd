package ews.plays.play;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Plays that are being written, at most one draft of each. Managers share them. */
@Repository
public class PlayDrafts {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;
    private final AuditLog audit;

    PlayDrafts(JdbcClient jdbc, JsonMapper json, OrganisationDays days, AuditLog audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
        this.audit = audit;
    }

    /** Those saved last first. */
    public List<PlayDraft> all() {
        return jdbc.sql("select * from play_draft order by saved_at desc, key")
                .query(this::draft)
                .list();
    }

    /** The draft of the play with this key, or of the play that will get it. */
    public Optional<PlayDraft> withKey(String key) {
        return jdbc.sql("select * from play_draft where key = :key")
                .param("key", key)
                .query(this::draft)
                .optional();
    }

    /**
     * Keeps what is written so far, in place of an earlier draft of the same play. It is not checked: that is done when
     * it is published.
     */
    @Transactional
    public void save(Play play, Actor actor) {
        jdbc.sql("""
                        insert into play_draft (key, name, description, version, definition, author, saved_at)
                        values (:key, :name, :description, :version, :definition::jsonb, :author, :now)
                        on conflict (key) do update set (name, description, version, definition, author, saved_at)
                          = (:name, :description, :version, :definition::jsonb, :author, :now)
                        """)
                .param("key", play.key())
                .param("name", play.name().strip())
                .param("description", play.description().strip())
                .param("version", play.version())
                .param("definition", json.writeValueAsString(play.definition()))
                .param("author", actor.name())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(
                actor,
                "play.drafted",
                "play " + play.name(),
                Map.of("key", play.key(), "definition", play.definition()));
    }

    /** Throws a draft away; does nothing if there is none. */
    @Transactional
    public void discard(String key, Actor actor) {
        withKey(key).ifPresent(it -> {
            forget(key);
            audit.record(
                    actor,
                    "play.draft_discarded",
                    "play " + it.play().name(),
                    Map.of("key", key, "definition", it.play().definition()));
        });
    }

    /** It has become the play. */
    void forget(String key) {
        jdbc.sql("delete from play_draft where key = :key").param("key", key).update();
    }

    private PlayDraft draft(ResultSet row, int number) throws SQLException {
        return new PlayDraft(
                new Play(
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("description"),
                        row.getInt("version"),
                        true,
                        json.readValue(row.getString("definition"), Definition.class)),
                row.getString("author"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
