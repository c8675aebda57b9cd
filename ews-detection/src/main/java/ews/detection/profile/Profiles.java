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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The published versions of each segment's health profile. */
@Repository
public class Profiles {

    private static final int MOST_DAYS_AHEAD = 365;

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

    /** The version that counts today. */
    public ProfileVersion current(int segmentId) {
        List<ProfileVersion> versions = versions(segmentId);
        if (versions.isEmpty()) {
            throw new NoSuchElementException("There is no profile of segment " + segmentId);
        }
        return effectiveOn(days.today(), versions);
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

    /** The versions that count today, by segment; of deleted ones too. */
    public Map<Integer, ProfileVersion> current() {
        return jdbc.sql("""
                        select distinct on (segment_id) * from profile_version
                        order by segment_id, effective_from <= :today desc,
                                 case when effective_from <= :today then -version else version end
                        """).param("today", days.today()).query(this::version).list().stream()
                .collect(Collectors.toMap(ProfileVersion::segmentId, Function.identity()));
    }

    /** Of all segments, deleted ones too; oldest first in each segment. */
    public List<ProfileVersion> all() {
        return jdbc.sql("select * from profile_version order by segment_id, version")
                .query(this::version)
                .list();
    }

    /** @param newestFirst the versions of one segment, at least one */
    public static ProfileVersion effectiveOn(LocalDate day, List<ProfileVersion> newestFirst) {
        for (ProfileVersion version : newestFirst) {
            if (!version.effectiveFrom().isAfter(day)) {
                return version;
            }
        }
        return newestFirst.getLast();
    }

    /** Publishes a new version that counts from today on. */
    public ProfileVersion publish(int segmentId, HealthProfile profile, String reason, Actor actor) {
        return publish(segmentId, profile, reason, days.today(), actor);
    }

    /**
     * Publishes a new version, and ends the draft. If it counts from today on, everybody is scored again for today. It
     * takes the place of versions that were to count later.
     *
     * @param reason why, for those who look at the versions later
     * @param from the first day that it counts for
     * @throws IllegalArgumentException if the reason is missing, or the day is past or more than {@value #MOST_DAYS_AHEAD}
     *     days ahead
     */
    @Transactional
    public ProfileVersion publish(int segmentId, HealthProfile profile, String reason, LocalDate from, Actor actor) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Say in a few words why the profile changes.");
        }
        LocalDate today = days.today();
        if (from.isBefore(today) || from.isAfter(today.plusDays(MOST_DAYS_AHEAD))) {
            throw new IllegalArgumentException(
                    "A version counts from today or from a day within the next %d days on, not from %s."
                            .formatted(MOST_DAYS_AHEAD, from));
        }
        String segment = jdbc.sql("select name from segment where id = :id for update")
                .param("id", segmentId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no segment " + segmentId));
        ProfileVersion version = jdbc.sql("""
                        insert into profile_version
                          (segment_id, version, definition, reason, published_by, published_at, effective_from)
                        select :segment, coalesce(max(version), 0) + 1, :definition::jsonb, :reason, :actor, :now, :from
                        from profile_version where segment_id = :segment
                        returning *
                        """)
                .param("segment", segmentId)
                .param("definition", json.writeValueAsString(profile))
                .param("reason", reason.strip())
                .param("actor", actor.name())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("from", from)
                .query(this::version)
                .single();
        audit.record(
                actor,
                "profile.published",
                "segment " + segment,
                Map.of("version", version.version(), "reason", version.reason(), "from", from.toString()));
        jdbc.sql("delete from profile_draft where segment_id = :segment")
                .param("segment", segmentId)
                .update();
        if (from.equals(today)) {
            dirty.everybody();
        }
        return version;
    }

    /**
     * Takes back a version that does not count yet.
     *
     * @throws IllegalArgumentException if it counts already, or there is no such version
     */
    @Transactional
    public void withdraw(int segmentId, int version, Actor actor) {
        int withdrawn = jdbc.sql("""
                        delete from profile_version
                        where segment_id = :segment and version = :version and effective_from > :today
                        """)
                .param("segment", segmentId)
                .param("version", version)
                .param("today", days.today())
                .update();
        if (withdrawn == 0) {
            throw new IllegalArgumentException("Only a version that does not count yet can be taken back.");
        }
        audit.record(actor, "profile.withdrawn", "segment " + segmentId, Map.of("version", version));
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
