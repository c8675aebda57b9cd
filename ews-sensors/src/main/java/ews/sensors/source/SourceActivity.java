package ews.sensors.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much each source sent and when, by the organisation's day of receipt. */
@Repository
public class SourceActivity {

    private static final String COUNTS = """
            sum(accepted) as accepted, sum(duplicates) as duplicates, sum(ignored) as ignored, sum(rejected) as rejected,
            max(last_received) as last_received
            """;

    private final JdbcClient jdbc;

    SourceActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Since that day, for each source that sent anything. */
    public Map<SourceId, SourceCounts> since(LocalDate day) {
        var counts = new HashMap<SourceId, SourceCounts>();
        jdbc.sql("select source_id, " + COUNTS + " from source_day where day >= :day group by source_id")
                .param("day", day)
                .query(row -> {
                    counts.put(new SourceId(row.getInt("source_id")), counts(row, 0));
                });
        return counts;
    }

    /** Since it was connected; empty if it never sent anything. */
    public Optional<SourceCounts> of(SourceId source) {
        return jdbc.sql("select " + COUNTS + " from source_day where source_id = :source having count(*) > 0")
                .param("source", source.value())
                .query(SourceActivity::counts)
                .optional();
    }

    /** Its events that wait until it is said to which account their users belong. */
    public WaitingEvents waiting(SourceId source) {
        return jdbc.sql("""
                        select count(*) as events, count(distinct person) as people, min(received_at) as since
                        from unplaced_event where source_id = :source
                        """)
                .param("source", source.value())
                .query((row, _) -> {
                    OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
                    return new WaitingEvents(
                            row.getLong("events"), row.getLong("people"), since == null ? null : since.toInstant());
                })
                .single();
    }

    /** Whose events wait, those first of whom most do. */
    public List<WaitingPerson> waitingPeople(SourceId source, int limit) {
        return jdbc.sql("""
                        select person, count(*) as events, min(received_at) as since, max(body) as body
                        from unplaced_event where source_id = :source
                        group by person order by events desc, person limit :limit
                        """)
                .param("source", source.value())
                .param("limit", limit)
                .query((row, _) -> new WaitingPerson(
                        row.getString("person"),
                        row.getLong("events"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getString("body")))
                .list();
    }

    /** The most frequent first. */
    public List<IgnoredEvents> ignored(SourceId source, int limit) {
        return jdbc.sql("""
                        select name, events, last_received from ignored_event where source_id = :source
                        order by events desc, name limit :limit
                        """)
                .param("source", source.value())
                .param("limit", limit)
                .query((row, _) -> new IgnoredEvents(
                        row.getString("name"),
                        row.getLong("events"),
                        row.getObject("last_received", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static SourceCounts counts(ResultSet row, int number) throws SQLException {
        return new SourceCounts(
                row.getLong("accepted"),
                row.getLong("duplicates"),
                row.getLong("ignored"),
                row.getLong("rejected"),
                row.getObject("last_received", OffsetDateTime.class).toInstant());
    }
}
