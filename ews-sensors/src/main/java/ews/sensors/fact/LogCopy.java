package ews.sensors.fact;

import ews.domain.copy.RowWriter;
import ews.domain.event.Event;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Appends events to the log. */
final class LogCopy {

    private static final String[] COLUMNS = {
        "occurred_at", "account_id", "source_id", "event_key", "received_at", "user_id", "type", "body"
    };

    private static final byte[] USAGE = bytes("usage");
    private static final byte[] SUPPORT = bytes("support");
    private static final byte[] INVOICE = bytes("invoice");
    private static final byte[] SUBSCRIPTION = bytes("subscription");
    private static final byte[] FEEDBACK = bytes("feedback");
    private static final byte[] OUTCOME = bytes("outcome");
    private static final byte[] ACCOUNT = bytes("account");
    private static final byte[] USER = bytes("user");

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
        rows.int8(entry.key);
        rows.millis(entry.received);
        if (entry.user == null) {
            rows.none();
        } else {
            rows.int8(entry.user.id);
        }
        byte[] type = typeOf(entry.event);
        rows.bytes(type.length).put(type);
        entry.body.putInto(rows.bytes(entry.body.length()));
    }

    private static byte[] typeOf(Event event) {
        return switch (event) {
            case Event.Usage _ -> USAGE;
            case Event.Support _ -> SUPPORT;
            case Event.Invoice _ -> INVOICE;
            case Event.Subscription _ -> SUBSCRIPTION;
            case Event.Feedback _ -> FEEDBACK;
            case Event.Outcome _ -> OUTCOME;
            case Event.AccountAttributes _ -> ACCOUNT;
            case Event.UserAttributes _ -> USER;
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
