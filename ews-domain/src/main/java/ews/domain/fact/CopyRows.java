package ews.domain.fact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a query, streamed by COPY BINARY: no result set is built and numbers never become text. A row's fields are
 * read one after the other, in the order and with the types of the query.
 */
final class CopyRows implements AutoCloseable {

    private static final int HEADER = 11 + 4 + 4;
    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final CopyOut copy;
    private ByteBuffer data;

    private CopyRows(CopyOut copy, ByteBuffer data) {
        this.copy = copy;
        this.data = data;
    }

    static CopyRows of(CopyManager manager, String query) throws SQLException {
        CopyOut copy = manager.copyOut("copy (" + query + ") to stdout (format binary)");
        byte[] first = copy.readFromCopy();
        return new CopyRows(
                copy,
                first == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(first).position(HEADER));
    }

    /** Goes to the next row; false after the last one. */
    boolean next() throws SQLException {
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

    long int8() {
        present();
        return data.getLong();
    }

    int int4() {
        present();
        return data.getInt();
    }

    double float8() {
        present();
        return data.getDouble();
    }

    LocalDate date() {
        return EPOCH_DAY.plusDays(int4());
    }

    Instant instant() {
        return EPOCH.plus(int8(), ChronoUnit.MICROS);
    }

    byte[] bytes() {
        return read(present());
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    @Nullable
    Long int8OrNull() {
        return isNull() ? null : (Long) int8();
    }

    @Nullable
    Integer int4OrNull() {
        return isNull() ? null : (Integer) int4();
    }

    @Nullable
    Double float8OrNull() {
        return isNull() ? null : (Double) float8();
    }

    @Nullable
    Boolean boolOrNull() {
        return isNull() ? null : (Boolean) (bytes()[0] != 0);
    }

    @Nullable
    LocalDate dateOrNull() {
        return isNull() ? null : date();
    }

    @Nullable
    String textOrNull() {
        return isNull() ? null : text();
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

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
