package ews.detection.configuration;

import ews.detection.preview.PreviewId;
import ews.detection.preview.Previewing;
import ews.domain.audit.Actor;
import ews.domain.configuration.Change;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Plans that somebody made, so that exactly what was looked at is applied. */
@Repository
public class Plans {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;
    private final Configurations configurations;
    private final Previewing previewing;

    Plans(
            JdbcClient jdbc,
            JsonMapper json,
            OrganisationDays days,
            Configurations configurations,
            Previewing previewing) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
        this.configurations = configurations;
        this.previewing = previewing;
    }

    /**
     * A plan and what it was made of.
     *
     * @param wanted the configuration that it leads to
     * @param preview what it would do to the health of accounts; {@code null} where that would not change
     */
    public record Made(
            long id,
            Configuration wanted,
            Plan plan,
            @Nullable PreviewId preview,
            String author,
            Instant madeAt) {}

    /** Says what would change, and begins to preview what that would do. */
    public Made make(Configuration wanted, Actor actor) {
        Plan plan = configurations.plan(wanted);
        PreviewId preview = !plan.changesHealth() ? null : previewing.start(configurations.proposal(wanted), actor);
        Instant now = days.now();
        jdbc.sql("delete from configuration_plan where made_at < :before")
                .param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("""
                        insert into configuration_plan (document, revision, changes, preview_id, author, made_at)
                        values (:document, :revision, :changes::jsonb, :preview, :author, :now) returning *
                        """)
                .param("document", ConfigurationText.tree(wanted).toString())
                .param("revision", plan.revision())
                .param("changes", json.writerFor(CHANGES).writeValueAsString(plan.changes()))
                .param("preview", preview == null ? null : preview.value())
                .param("author", actor.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(this::made)
                .single();
    }

    public Optional<Made> withId(long id) {
        return jdbc.sql("select * from configuration_plan where id = :id")
                .param("id", id)
                .query(this::made)
                .optional();
    }

    private Made made(ResultSet row, int number) throws SQLException {
        long preview = row.getLong("preview_id");
        PreviewId previewId = row.wasNull() ? null : new PreviewId(preview);
        return new Made(
                row.getLong("id"),
                configurations.reread(row.getString("document")),
                new Plan(row.getString("revision"), json.readValue(row.getString("changes"), CHANGES)),
                previewId,
                row.getString("author"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
