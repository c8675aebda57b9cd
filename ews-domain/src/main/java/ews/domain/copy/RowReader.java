package ews.domain.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a query, streamed by COPY BINARY: no result set is built and numbers never become text. A row's fields are
 * read one after the other, in the order and with the types of the query; each method names its type.
 */
public final class RowReader implements AutoCloseable {

    private static final int HEADER = 11 + 4 + 4;
    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final CopyOut copy;
    private ByteBuffer data;

    private RowReader(CopyOut copy, ByteBuffer data) {
        this.copy = copy;
        this.data = data;
    }

    /** @param query complete, since COPY takes no parameters */
    public static RowReader of(Connection connection, String query) throws SQLException {
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (format binary)");
        byte[] first = copy.readFromCopy();
        return new RowReader(
                copy,
                first == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(first).position(HEADER));
    }

    /** Goes to the next row; false after the last one. */
    public boolean next() throws SQLException {
        while (!data.hasRemaining()) {
            byte[] more = copy.readFromCopy();
            if (more == null) {
                return false;
            }
            data = ByteBuffer.wrap(more);
        }
        boolean isRow = data.getShort() >= 0;
        if (!isRow) {
            finish();
        }
        return isRow;
    }

    private void finish() throws SQLException {
        while (copy.isActive() && copy.readFromCopy() != null) {
            // the end of the stream ends the copy
        }
    }

    public long int8() {
        present();
        return data.getLong();
    }

    public int int2() {
        present();
        return data.getShort();
    }

    public int int4() {
        present();
        return data.getInt();
    }

    public double float8() {
        present();
        return data.getDouble();
    }

    public LocalDate date() {
        return EPOCH_DAY.plusDays(int4());
    }

    public Instant instant() {
        return EPOCH.plus(int8(), ChronoUnit.MICROS);
    }

    public byte[] bytes() {
        return read(present());
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public @Nullable Long int8OrNull() {
        return isNull() ? null : (Long) int8();
    }

    public @Nullable Integer int2OrNull() {
        return isNull() ? null : (Integer) int2();
    }

    public @Nullable Integer int4OrNull() {
        return isNull() ? null : (Integer) int4();
    }

    public @Nullable Double float8OrNull() {
        return isNull() ? null : (Double) float8();
    }

    public boolean bool() {
        return bytes()[0] != 0;
    }

    public @Nullable Boolean boolOrNull() {
        return isNull() ? null : (Boolean) bool();
    }

    public @Nullable LocalDate dateOrNull() {
        return isNull() ? null : date();
    }

    public @Nullable String textOrNull() {
        return isNull() ? null : text();
    }

    /** An array of {@code smallint} without nulls. */
    public int[] int2s() {
        int[] values = new int[elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = int2();
        }
        return values;
    }

    /** An array of {@code smallint}. */
    public @Nullable Integer[] int2sOrNull() {
        @Nullable Integer[] values = new Integer[elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = int2OrNull();
        }
        return values;
    }

    /** An array of {@code float8}, with NaN for null. */
    public double[] float8s() {
        double[] values = new double[elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = isNull() ? Double.NaN : float8();
        }
        return values;
    }

    /** Reads the head of an array of one dimension, and gives its length. */
    private int elements() {
        present();
        int dimensions = data.getInt();
        data.getLong(); // whether there are nulls, and the type
        if (dimensions == 0) {
            return 0;
        }
        int length = data.getInt();
        data.getInt(); // the index of the first element
        return length;
    }

    /** Looks at the length of the next field, and skips it if it is null. */
    private boolean isNull() {
        boolean isNull = data.getInt(data.position()) < 0;
        if (isNull) {
            data.getInt();
        }
        return isNull;
    }

    private int present() {
        int length = data.getInt();
        if (length < 0) {
            throw new IllegalStateException("A field is null that never should be");
        }
        return length;
    }

    private byte[] read(int length) {
        byte[] bytes = new byte[length];
        data.get(bytes);
        return bytes;
    }

    /** Reads to the end, even after a failure in the middle, so that the connection can be used again. */
    @Override
    public void close() throws SQLException {
        finish();
    }
}
