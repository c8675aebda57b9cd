package ews.domain.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table by COPY BINARY. A row's fields are written one after the other, in the order and with
 * the types of the columns; each method names its type. Nothing is written unless {@link #finish()} is reached.
 */
public final class RowWriter implements AutoCloseable {

    private static final byte[] SIGNATURE = "PGCOPY\n\u00FF\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
    private static final long EPOCH_MICROS =
            ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2000-01-01T00:00:00Z"));
    private static final int CHUNK = 256 * 1024;

    /** No field but text and bytes is longer. */
    private static final int LONGEST_FIXED = 4 + 8;

    private static final int OID_INT2 = 21;
    private static final int OID_FLOAT8 = 701;

    private final CopyIn copy;
    private final int columns;
    private ByteBuffer buffer = ByteBuffer.allocate(CHUNK);

    private RowWriter(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = columns;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Into these columns of a table. */
    public static RowWriter into(Connection connection, String table, String... columns) throws SQLException {
        String sql = "copy %s (%s) from stdin (format binary)".formatted(table, String.join(", ", columns));
        return new RowWriter(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql), columns.length);
    }

    /** Begins the next row. */
    public void row() throws SQLException {
        ensure(2);
        buffer.putShort((short) columns);
    }

    public void int2(@Nullable Integer value) throws SQLException {
        ensure(LONGEST_FIXED);
        if (value == null) {
            buffer.putInt(-1);
        } else {
            buffer.putInt(2).putShort(value.shortValue());
        }
    }

    public void int4(int value) throws SQLException {
        ensure(LONGEST_FIXED);
        buffer.putInt(4).putInt(value);
    }

    public void int8(long value) throws SQLException {
        ensure(LONGEST_FIXED);
        buffer.putInt(8).putLong(value);
    }

    public void bool(boolean value) throws SQLException {
        ensure(LONGEST_FIXED);
        buffer.putInt(1).put((byte) (value ? 1 : 0));
    }

    /** Of any type. */
    public void none() throws SQLException {
        ensure(LONGEST_FIXED);
        buffer.putInt(-1);
    }

    public void date(LocalDate day) throws SQLException {
        int4(Math.toIntExact(ChronoUnit.DAYS.between(EPOCH_DAY, day)));
    }

    public void instant(Instant instant) throws SQLException {
        micros(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    /** An instant. */
    public void millis(long sinceUnixEpoch) throws SQLException {
        micros(sinceUnixEpoch * 1000);
    }

    private void micros(long sinceUnixEpoch) throws SQLException {
        int8(sinceUnixEpoch - EPOCH_MICROS);
    }

    public void text(String text) throws SQLException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes(bytes.length).put(bytes);
    }

    /** The caller puts exactly {@code length} bytes of text or {@code bytea} into what it gets. */
    public ByteBuffer bytes(int length) throws SQLException {
        ensure(4 + length);
        return buffer.putInt(length);
    }

    /** An array of {@code smallint}. */
    public void int2s(@Nullable Integer[] values) throws SQLException {
        int nulls = (int) Arrays.stream(values).filter(Objects::isNull).count();
        array(OID_INT2, values.length, nulls, 2);
        for (Integer value : values) {
            int2(value);
        }
    }

    /** An array of {@code float8}, with NaN for null. */
    public void float8s(double[] values) throws SQLException {
        int nulls = (int) Arrays.stream(values).filter(Double::isNaN).count();
        array(OID_FLOAT8, values.length, nulls, 8);
        for (double value : values) {
            if (Double.isNaN(value)) {
                none();
            } else {
                ensure(LONGEST_FIXED);
                buffer.putInt(8).putDouble(value);
            }
        }
    }

    private void array(int type, int length, int nulls, int size) throws SQLException {
        ensure(4 + 5 * 4);
        int head = (length == 0 ? 3 : 5) * 4;
        buffer.putInt(head + 4 * length + size * (length - nulls));
        buffer.putInt(length == 0 ? 0 : 1).putInt(nulls > 0 ? 1 : 0).putInt(type);
        if (length > 0) {
            buffer.putInt(length).putInt(1);
        }
    }

    private void ensure(int space) throws SQLException {
        if (buffer.remaining() < space) {
            flush();
        }
        if (buffer.remaining() < space) {
            buffer = ByteBuffer.allocate(space);
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /** Writes all rows; returns their number. */
    public long finish() throws SQLException {
        ensure(2);
        buffer.putShort((short) -1);
        flush();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
