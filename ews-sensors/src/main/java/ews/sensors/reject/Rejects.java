package ews.sensors.reject;

import ews.domain.time.OrganisationDays;
import ews.sensors.intake.Dialect;
import ews.sensors.source.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rejected events, newest first; page on with the id of the last one seen. */
@Repository
public class Rejects {

    /** Before which every reject comes: the first page. */
    public static final long NEWEST = Long.MAX_VALUE;

    private static final String MEANT = """
            where source_id = :source and (settled_at is not null) = :settled
              and (:code::text is null or code = :code)
              and (:pattern::text is null or detail ilike :pattern or message_id ilike :pattern or body ilike :pattern)
            """;

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    Rejects(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    public Optional<Reject> withId(SourceId source, long id) {
        return jdbc.sql("select * from reject where source_id = :source and id = :id")
                .param("source", source.value())
                .param("id", id)
                .query(Rejects::reject)
                .optional();
    }

    public List<Reject> of(SourceId source, RejectFilter filter, long before, int limit) {
        return meant(
                        "select * from reject " + MEANT + " and id < :before order by id desc limit :limit",
                        source,
                        filter)
                .param("before", before)
                .param("limit", limit)
                .query(Rejects::reject)
                .list();
    }

    /** How many these are; of more than {@code most}, {@code most} are counted. */
    public int count(SourceId source, RejectFilter filter, int most) {
        return meant("select count(*) from (select from reject " + MEANT + " limit :most) r", source, filter)
                .param("most", most)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /** How often something is wrong. */
    public record CodeCount(String code, int rejects) {}

    /** Of those that are open, the most frequent first. */
    public List<CodeCount> codes(SourceId source) {
        return jdbc.sql("""
                        select code, count(*) as rejects from reject where source_id = :source and settled_at is null
                        group by code order by rejects desc, code
                        """)
                .param("source", source.value())
                .query((row, _) -> new CodeCount(row.getString("code"), row.getInt("rejects")))
                .list();
    }

    /** Those that are settled already stay as they are. */
    public int settle(Collection<Long> rejects, Settlement settlement) {
        return jdbc.sql("""
                        update reject set settled_at = :now, settled_as = :settlement
                        where id = any (:rejects) and settled_at is null
                        """)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("settlement", settlement.code())
                .param("rejects", rejects.toArray(Long[]::new))
                .update();
    }

    /** Those of these that are open. */
    public int dismiss(SourceId source, RejectFilter filter) {
        return meant("update reject set settled_at = :now, settled_as = :settlement " + MEANT, source, filter.open())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("settlement", Settlement.DISMISSED.code())
                .update();
    }

    /** All of this batch that are open. */
    public void dismiss(SourceId source, String batch) {
        jdbc.sql("""
                        update reject set settled_at = :now, settled_as = :settlement
                        where source_id = :source and batch_id = :batch and settled_at is null
                        """)
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .param("settlement", Settlement.DISMISSED.code())
                .param("source", source.value())
                .param("batch", batch)
                .update();
    }

    /** Those of this batch from that place on, which are about to be sent again. */
    public void forget(SourceId source, String batch, long from) {
        jdbc.sql("delete from reject where source_id = :source and batch_id = :batch and place >= :from")
                .param("source", source.value())
                .param("batch", batch)
                .param("from", from)
                .update();
    }

    /** Forgets what was rejected before that time, and says how many that were. */
    public int dropBefore(Instant time) {
        return jdbc.sql("delete from reject where received_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec meant(String sql, SourceId source, RejectFilter filter) {
        return jdbc.sql(sql)
                .param("source", source.value())
                .param("settled", filter.settled())
                .param("code", filter.code())
                .param("pattern", filter.pattern());
    }

    private static Reject reject(ResultSet row, int number) throws SQLException {
        return new Reject(
                row.getLong("id"),
                new SourceId(row.getInt("source_id")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("batch_id"),
                row.getInt("place"),
                row.getString("message_id"),
                Dialect.numbered(row.getInt("dialect")),
                row.getString("code"),
                row.getString("detail"),
                row.getString("body"),
                settled(row));
    }

    private static Reject.@Nullable Settled settled(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("settled_at", OffsetDateTime.class);
        return at == null ? null : new Reject.Settled(at.toInstant(), Settlement.of(row.getString("settled_as")));
    }
}
