package ews.sensors.fact;

import ews.sensors.intake.Dialect;
import ews.sensors.intake.Raw;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log holds it. Times are milliseconds.
 *
 * @param user the key of the user for whom it counts
 */
record LogRow(
        long account,
        String accountKey,
        int source,
        long time,
        long key,
        long received,
        Dialect dialect,
        String type,
        @Nullable String user,
        Raw body) {

    /** To be read by {@link #of}; needs {@code where} and the like behind it. */
    static final String SELECT = """
            select e.account_id, a.key as account_key, e.source_id, e.event_key, e.dialect, e.type, u.key as user_key, e.body,
                   (extract(epoch from e.occurred_at) * 1000)::bigint as time,
                   (extract(epoch from e.received_at) * 1000)::bigint as received
            from event e
            join account a on a.id = e.account_id
            left join account_user u on u.account_id = e.account_id and u.id = e.user_id
            """;

    static LogRow of(ResultSet row) throws SQLException {
        return new LogRow(
                row.getLong("account_id"),
                Objects.requireNonNull(row.getString("account_key")),
                row.getInt("source_id"),
                row.getLong("time"),
                row.getLong("event_key"),
                row.getLong("received"),
                Dialect.numbered(row.getInt("dialect")),
                Objects.requireNonNull(row.getString("type")),
                row.getString("user_key"),
                Raw.of(Objects.requireNonNull(row.getString("body"))));
    }
}
