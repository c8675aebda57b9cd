package ews.detection.profile;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.fact.DirtyAccounts;
import ews.domain.score.HealthProfile;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The published versions of each segment's health profile. */
@Repository
public class Profiles {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditLog audit;
    private final DirtyAccounts dirty;
    private final OrganisationDays days;

    Profiles(JdbcClient jdbc, JsonMapper json, AuditLog audit, DirtyAccounts dirty, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.dirty = dirty;
        this.days = days;
    }

    /** The last published version. */
    public ProfileVersion current(int segmentId) {
        return versions(segmentId).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no profile of segment " + segmentId));
    }

    /** Newest first. */
    public List<ProfileVersion> versions(int segmentId) {
        return jdbc.sql("select * from profile_version where segment_id = :segment order by version desc")
                .param("segment", segmentId)
                .query(this::version)
                .list();
    }

    /** The version that counts for a day: the last one effective on it, or the first one for days before any. */
    public ProfileVersion of(int segmentId, LocalDate day) {
        return effectiveOn(day, versions(segmentId));
    }

    /** Of all segments, deleted ones too; oldest first in each segment. */
    public List<ProfileVersion> all() {
        return jdbc.sql("select * from profile_version order by segment_id, version")
                .query(this::version)
                .list();
    }

    /** @param newestFirst the versions of one segment, at least one */
    public static ProfileVersion effectiveOn(LocalDate day, List<ProfileVersion> newestFirst) {
        return newestFirst.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .findFirst()
                .orElseGet(newestFirst::getLast);
    }

    /**
     * Publishes a new version, effective today, and has everybody scored again for today.
     *
     * @param reason why, for those who look at the versions later
     */
    @Transactional
    public ProfileVersion publish(int segmentId, HealthProfile profile, String reason, Actor actor) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Say in a few words why the profile changes");
        }
        String segment = jdbc.sql("select name from segment where id = :id for update")
                .param("id", segmentId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no segment " + segmentId));
        ProfileVersion version = jdbc.sql("""
                        insert into profile_version
                          (segment_id, version, definition, reason, published_by, published_at, effective_from)
                        select :segment, coalesce(max(version), 0) + 1, :definition::jsonb, :reason, :actor, :now, :today
                        from profile_version where segment_id = :segment
                        returning *
                        """)
                .param("segment", segmentId)
                .param("definition", json.writeValueAsString(profile))
                .param("reason", reason.strip())
                .param("actor", actor.name())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("today", days.today())
                .query(this::version)
                .single();
        audit.record(
                actor,
                "profile.published",
                "segment " + segment,
                Map.of("version", version.version(), "reason", version.reason()));
        dirty.everybody();
        return version;
    }

    private ProfileVersion version(ResultSet row, int number) throws SQLException {
        return new ProfileVersion(
                row.getInt("id"),
                row.getInt("segment_id"),
                row.getInt("version"),
                json.readValue(row.getString("definition"), HealthProfile.class),
                row.getString("reason"),
                row.getString("published_by"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getObject("effective_from", LocalDate.class));
    }
}
