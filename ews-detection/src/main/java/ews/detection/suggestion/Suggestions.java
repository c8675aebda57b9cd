package ews.detection.suggestion;

import ews.detection.profile.ProfileVersion;
import ews.domain.audit.Actor;
import ews.domain.score.HealthProfile;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The suggestions of the last days, where every instance can follow those that another one is at work on. */
@Repository
class Suggestions {

    private static final Duration KEPT = Duration.ofDays(30);

    /** Without a sign of life for so long, nobody is at work on it any more. */
    private static final Duration LOST = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;

    Suggestions(JdbcClient jdbc, JsonMapper json, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
    }

    SuggestionId add(ProfileVersion version, Actor actor) {
        Instant now = days.now();
        jdbc.sql("delete from suggestion where started_at < :before")
                .param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        return new SuggestionId(jdbc.sql("""
                        insert into suggestion (segment_id, version, profile, author, started_at, updated_at, state)
                        values (:segment, :version, :profile::jsonb, :author, :now, :now, 'running') returning id
                        """)
                .param("segment", version.segmentId())
                .param("version", version.version())
                .param("profile", json.writeValueAsString(version.profile()))
                .param("author", actor.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single());
    }

    void progress(SuggestionId id, Suggestion.State state, int steps, int done, @Nullable Finding finding) {
        jdbc.sql("""
                        update suggestion set state = :state, steps = :steps, done = :done, updated_at = :now,
                                              finding = :finding::jsonb
                        where id = :id
                        """)
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("steps", steps)
                .param("done", done)
                .param("finding", finding == null ? null : json.writeValueAsString(finding))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    Optional<Suggestion> withId(SuggestionId id) {
        return jdbc.sql("select * from suggestion where id = :id")
                .param("id", id.value())
                .query(this::suggestion)
                .optional();
    }

    /** The first cancellation of anybody; before it there is little to learn. */
    Optional<LocalDate> firstCancellation() {
        return jdbc.sql("select min(occurred_at) from subscription_change where status = 'cancelled'")
                .query(OffsetDateTime.class)
                .optional()
                .map(it -> days.dayOf(it.toInstant()));
    }

    private Suggestion suggestion(ResultSet row, int number) throws SQLException {
        Suggestion.State state = Suggestion.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        Instant updated = row.getObject("updated_at", OffsetDateTime.class).toInstant();
        boolean lost =
                state == Suggestion.State.RUNNING && updated.isBefore(days.now().minus(LOST));
        @Nullable String finding = row.getString("finding");
        return new Suggestion(
                new SuggestionId(row.getLong("id")),
                row.getInt("segment_id"),
                row.getInt("version"),
                json.readValue(row.getString("profile"), HealthProfile.class),
                row.getString("author"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                lost ? Suggestion.State.FAILED : state,
                row.getInt("steps"),
                row.getInt("done"),
                finding == null ? null : json.readValue(finding, Finding.class));
    }
}
