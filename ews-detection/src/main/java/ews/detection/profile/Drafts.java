package ews.detection.profile;

import ews.domain.audit.Actor;
import ews.domain.score.HealthProfile;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** At most one draft of each segment's profile, which all admins share. */
@Repository
public class Drafts {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;

    Drafts(JdbcClient jdbc, JsonMapper json, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
    }

    public Optional<Draft> of(int segmentId) {
        return jdbc.sql("select * from profile_draft where segment_id = :segment")
                .param("segment", segmentId)
                .query(this::draft)
                .optional();
    }

    /** Replaces the one before; what it was based on at first stays. */
    public void save(int segmentId, HealthProfile profile, int basedOn, Actor actor) {
        jdbc.sql("""
                        insert into profile_draft (segment_id, definition, based_on, author, saved_at)
                        values (:segment, :definition::jsonb, :basedOn, :author, :now)
                        on conflict (segment_id) do update set
                          definition = excluded.definition, author = excluded.author, saved_at = excluded.saved_at
                        """)
                .param("segment", segmentId)
                .param("definition", json.writeValueAsString(profile))
                .param("basedOn", basedOn)
                .param("author", actor.name())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void discard(int segmentId) {
        jdbc.sql("delete from profile_draft where segment_id = :segment")
                .param("segment", segmentId)
                .update();
    }

    private Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getInt("segment_id"),
                json.readValue(row.getString("definition"), HealthProfile.class),
                row.getInt("based_on"),
                row.getString("author"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
