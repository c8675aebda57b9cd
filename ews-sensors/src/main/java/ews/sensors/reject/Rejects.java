package ews.sensors.reject;

import ews.sensors.source.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the rejected events, newest first; page on with the id of the last one seen. */
@Repository
public class Rejects {

    /** Before which every reject comes: the first page. */
    public static final long NEWEST = Long.MAX_VALUE;

    private final JdbcClient jdbc;

    Rejects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Reject> of(SourceId source, long before, int limit) {
        return jdbc.sql("""
                        select * from reject where source_id = :source and id < :before order by id desc limit :limit
                        """)
                .param("source", source.value())
                .param("before", before)
                .param("limit", limit)
                .query(Rejects::reject)
                .list();
    }

    /** Of all sources. */
    public List<Reject> all(long before, int limit) {
        return jdbc.sql("select * from reject where id < :before order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(Rejects::reject)
                .list();
    }

    /** Forgets what was rejected before that time, and says how many that were. */
    public int dropBefore(Instant time) {
        return jdbc.sql("delete from reject where received_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Reject reject(ResultSet row, int number) throws SQLException {
        return new Reject(
                row.getLong("id"),
                new SourceId(row.getInt("source_id")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("batch_id"),
                row.getInt("place"),
                row.getString("message_id"),
                row.getString("code"),
                row.getString("detail"),
                row.getString("body"));
    }
}
