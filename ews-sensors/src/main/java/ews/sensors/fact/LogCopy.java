package ews.sensors.fact;

import ews.domain.copy.RowWriter;
import ews.domain.event.EventType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Appends events to the log. */
final class LogCopy {

    private static final String[] COLUMNS = {
        "occurred_at",
        "account_id",
        "source_id",
        "feature_id",
        "event_key",
        "received_at",
        "user_id",
        "dialect",
        "type",
        "body"
    };

    private LogCopy() {}

    /** @param entries in the order of the log's primary key, without duplicates */
    static void append(Connection connection, List<Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (var rows = RowWriter.into(connection, "event", COLUMNS)) {
            for (Entry entry : entries) {
                write(rows, entry);
            }
            rows.finish();
        }
    }

    private static void write(RowWriter rows, Entry entry) throws SQLException {
        rows.row();
        rows.millis(entry.time);
        rows.int8(entry.account.id);
        rows.int4(entry.source);
        if (entry.feature == null) {
            rows.none();
        } else {
            rows.int4(entry.feature.id);
        }
        rows.int8(entry.key);
        rows.millis(entry.received);
        if (entry.user == null) {
            rows.none();
        } else {
            rows.int8(entry.user.id);
        }
        rows.int2(entry.dialect.number());
        byte[] type = EventType.of(entry.event).code().getBytes(StandardCharsets.US_ASCII);
        rows.bytes(type.length).put(type);
        entry.body.putInto(rows.bytes(entry.body.length()));
    }
}
