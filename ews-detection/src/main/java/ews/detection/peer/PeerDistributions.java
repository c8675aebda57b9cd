package ews.detection.peer;

import ews.detection.peer.PeerGroups.Group;
import ews.domain.metric.Measurement;
import ews.domain.time.OrganisationDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The distributions of all weeks. They are kept, so that a past score is compared with the same peers again. */
@Repository
public class PeerDistributions {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrganisationDays days;

    PeerDistributions(JdbcClient jdbc, JsonMapper json, OrganisationDays days) {
        this.jdbc = jdbc;
        this.json = json;
        this.days = days;
    }

    /** What scores of these days are compared with. */
    public PeerGroups forDays(Collection<LocalDate> scored) {
        var found = new HashMap<Group, PeerDistribution>();
        jdbc.sql("select * from peer_distribution where as_of = any (:days::date[])")
                .param(
                        "days",
                        scored.stream()
                                .map(day -> PeerGroups.asOf(day).toString())
                                .distinct()
                                .toArray(String[]::new))
                .query(row -> {
                    found.put(group(row), distribution(row));
                });
        return new PeerGroups(found);
    }

    /** When each group from a day on was computed. */
    public Map<Group, Instant> computed(LocalDate from) {
        var computed = new HashMap<Group, Instant>();
        jdbc.sql("select as_of, segment_id, measurement, computed_at from peer_distribution where as_of >= :from")
                .param("from", from)
                .query(row -> {
                    computed.put(
                            group(row),
                            row.getObject("computed_at", OffsetDateTime.class).toInstant());
                });
        return computed;
    }

    /**
     * Stores distributions.
     *
     * @return how different the most different one is from what was stored before, from 0 to 1; a new one is not different
     */
    public double put(PeerGroups groups) {
        double greatest = 0;
        PeerGroups before = forDays(groups.distributions().keySet().stream()
                .map(group -> group.asOf().plusDays(1))
                .toList());
        for (var entry : groups.distributions().entrySet()) {
            PeerDistribution was = before.distributions().get(entry.getKey());
            greatest = Math.max(greatest, was == null ? 0 : entry.getValue().distance(was));
            put(entry.getKey(), entry.getValue());
        }
        return greatest;
    }

    private void put(Group group, PeerDistribution distribution) {
        jdbc.sql("""
                        insert into peer_distribution (as_of, segment_id, measurement, size, peers, computed_at)
                        values (:asOf, :segment, :measurement, :size, :values::float8[], :now)
                        on conflict (as_of, segment_id, measurement) do update set
                          size = excluded.size, peers = excluded.peers, computed_at = excluded.computed_at
                        """)
                .param("asOf", group.asOf())
                .param("segment", group.segmentId())
                .param("measurement", json.writeValueAsString(group.measurement()))
                .param("size", distribution.size())
                .param("values", Arrays.stream(distribution.values()).boxed().toArray(Double[]::new))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Group group(ResultSet row) throws SQLException {
        return new Group(
                row.getObject("as_of", LocalDate.class),
                row.getInt("segment_id"),
                json.readValue(row.getString("measurement"), Measurement.class));
    }

    private static PeerDistribution distribution(ResultSet row) throws SQLException {
        Double[] values = (Double[]) row.getArray("peers").getArray();
        return new PeerDistribution(
                row.getInt("size"), Stream.of(values).mapToDouble(it -> it).toArray());
    }
}
