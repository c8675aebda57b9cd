package ews.sensors.source;

import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.time.OrganisationDays;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The times in which nothing is raised from a source's events, because its history comes in. */
@Repository
public class CalmPeriods {

    /** Days, besides the one on which it begins. */
    public static final int LONGEST = 90;

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final AuditLog audit;
    private final Sources sources;

    CalmPeriods(JdbcClient jdbc, OrganisationDays days, AuditLog audit, Sources sources) {
        this.jdbc = jdbc;
        this.days = days;
        this.audit = audit;
        this.sources = sources;
    }

    /**
     * Raises nothing from the source's events for the rest of today and so many days more. It ends with a day, so that the
     * daily run judges every account right after it. One that has begun ends then instead.
     *
     * @param more 1 to {@value #LONGEST}
     * @throws IllegalArgumentException if it is another number
     */
    @Transactional
    public void begin(SourceId id, int more, Actor actor) {
        if (more < 1 || more > LONGEST) {
            throw new IllegalArgumentException("Alerts can be kept calm for 1 to %d days".formatted(LONGEST));
        }
        Source source = sources.existing(id);
        Instant until = days.startOf(days.today().plusDays(more + 1L));
        set(id, until);
        audit.record(actor, "source.calmed", Sources.subject(source), Map.of("until", until.toString()));
    }

    /** Raises alerts from the source's events from now on. Repeating it changes nothing. */
    @Transactional
    public void end(SourceId id, Actor actor) {
        Source source = sources.existing(id);
        if (source.isCalm(days.now())) {
            set(id, null);
            audit.record(actor, "source.calm_ended", Sources.subject(source), Map.of());
        }
    }

    /** The sources in use from whose events nothing is raised at present, by name. */
    public List<Source> running() {
        return jdbc.sql("""
                        select * from source where calm_until > :now and revoked_at is null order by lower(name), id
                        """)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .query(Sources::source)
                .list();
    }

    private void set(SourceId id, @Nullable Instant until) {
        jdbc.sql("update source set calm_until = :until where id = :id")
                .param("id", id.value())
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }
}
