package ews.sensors.fact;

import ews.domain.event.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Appends events to the log in PostgreSQL's binary COPY format, the fastest way there is. */
final class LogCopy {

    private static final String COPY = """
            copy event (occurred_at, account_id, source_id, event_key, received_at, user_id, type, body)
            from stdin (format binary)
            """;
    private static final byte[] SIGNATURE = "PGCOPY\n\u00FF\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final short COLUMNS = 8;
    /** Bytes of a row without its type and body. */
    private static final int FIXED = 2 + COLUMNS * 4 + 5 * 8 + 4;

    private static final int CHUNK = 256 * 1024;
    /** PostgreSQL counts microseconds from 2000-01-01. */
    private static final long POSTGRES_EPOCH_MILLIS = 946_684_800_000L;

    private static final byte[] USAGE = bytes("usage");
    private static final byte[] SUPPORT = bytes("support");
    private static final byte[] INVOICE = bytes("invoice");
    private static final byte[] SUBSCRIPTION = bytes("subscription");
    private static final byte[] FEEDBACK = bytes("feedback");
    private static final byte[] OUTCOME = bytes("outcome");
    private static final byte[] ACCOUNT = bytes("account");
    private static final byte[] USER = bytes("user");

    private ByteBuffer buffer = ByteBuffer.allocate(CHUNK);

    /** @param entries in the order of the log's primary key, without duplicates */
    void append(PGConnection connection, List<Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        CopyIn copy = connection.getCopyAPI().copyIn(COPY);
        try {
            buffer.clear();
            buffer.put(SIGNATURE).putInt(0).putInt(0);
            for (Entry entry : entries) {
                write(copy, entry);
            }
            ensure(copy, 2);
            buffer.putShort((short) -1);
            flush(copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void write(CopyIn copy, Entry entry) throws SQLException {
        byte[] type = typeOf(entry.event);
        ensure(copy, FIXED + type.length + entry.body.length());
        buffer.putShort(COLUMNS);
        putTime(entry.time);
        putLong(entry.account.id);
        buffer.putInt(4).putInt(entry.source);
        putLong(entry.key);
        putTime(entry.received);
        if (entry.user == null) {
            buffer.putInt(-1);
        } else {
            putLong(entry.user.id);
        }
        buffer.putInt(type.length).put(type);
        buffer.putInt(entry.body.length());
        entry.body.copyTo(buffer.array(), buffer.position());
        buffer.position(buffer.position() + entry.body.length());
    }

    private void putTime(long millis) {
        putLong((millis - POSTGRES_EPOCH_MILLIS) * 1000);
    }

    private void putLong(long value) {
        buffer.putInt(8).putLong(value);
    }

    private void ensure(CopyIn copy, int space) throws SQLException {
        if (buffer.remaining() < space) {
            flush(copy);
        }
        if (buffer.remaining() < space) {
            buffer = ByteBuffer.allocate(space);
        }
    }

    private void flush(CopyIn copy) throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
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
