package ews.detection.preview;

import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The previews of the last days, where every instance can follow those that another one is at work on. */
@Repository
class Previews {

    private static final Duration KEPT = Duration.ofDays(30);

    /** Without a sign of life for so long, nobody is at work on it any more. */
    private static final Duration LOST = Duration.ofSeconds(30);

    /** One that waits for others gives no sign of life; after so long, whoever should begin with it was stopped. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;

    Previews(JdbcClient jdbc, JsonMapper json, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
    }

    PreviewId add(@Nullable Integer segmentId, Proposal basis, Proposal proposal, Actor actor) {
        Instant now = days.now();
        jdbc.sql("delete from preview where started_at < :before")
                .param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        return new PreviewId(jdbc.sql("""
                        insert into preview (segment_id, basis, proposal, author, started_at, updated_at, state)
                        values (:segment, :basis::jsonb, :proposal::jsonb, :author, :now, :now, 'waiting')
                        returning id
                        """)
                .param("segment", segmentId)
                .param("basis", json.writeValueAsString(basis))
                .param("proposal", json.writeValueAsString(proposal))
                .param("author", actor.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single());
    }

    void progress(PreviewId id, Preview.State state, int accounts, int done, @Nullable Impact impact) {
        jdbc.sql("""
                        update preview set state = :state, accounts = :accounts, done = :done, updated_at = :now,
                                           impact = coalesce(:impact::jsonb, impact)
                        where id = :id
                        """)
                .param("state", code(state))
                .param("accounts", accounts)
                .param("done", done)
                .param("impact", impact == null ? null : json.writeValueAsString(impact))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    /** Nobody will go on with it; what was found stays. */
    void fail(PreviewId id) {
        jdbc.sql("update preview set state = 'failed', updated_at = :now where id = :id and state <> 'done'")
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    Optional<Preview> withId(PreviewId id) {
        return jdbc.sql("select * from preview where id = :id")
                .param("id", id.value())
                .query(this::preview)
                .optional();
    }

    private Preview preview(ResultSet row, int number) throws SQLException {
        int segment = row.getInt("segment_id");
        @Nullable Integer segmentId = row.wasNull() ? null : (Integer) segment;
        @Nullable String impact = row.getString("impact");
        Preview.State state = Preview.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        Instant updated = row.getObject("updated_at", OffsetDateTime.class).toInstant();
        boolean lost = updated.isBefore(days.now().minus(state == Preview.State.WAITING ? FORGOTTEN : LOST));
        return new Preview(
                new PreviewId(row.getLong("id")),
                segmentId,
                json.readValue(row.getString("basis"), Proposal.class),
                json.readValue(row.getString("proposal"), Proposal.class),
                row.getString("author"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                lost && state != Preview.State.DONE ? Preview.State.FAILED : state,
                row.getInt("accounts"),
                row.getInt("done"),
                impact == null ? null : json.readValue(impact, Impact.class));
    }

    private static String code(Preview.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
