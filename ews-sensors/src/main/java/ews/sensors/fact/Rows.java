package ews.sensors.fact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Runs one statement over many rows, which are handed over as one array a column for {@code unnest}. */
record Rows(Connection connection) {

    static final String TIME = time("n.t");

    private static final int PART = 16;

    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Turns a column of milliseconds since 1970 into a timestamp, exactly. */
    static String time(String column) {
        return "timestamptz 'epoch' + %s * interval '1 millisecond'".formatted(column);
    }

    int update(String sql, Object... columns) throws SQLException {
        try (PreparedStatement statement = prepare(sql, columns)) {
            return statement.executeUpdate();
        }
    }

    void query(String sql, Reader reader, Object... columns) throws SQLException {
        try (PreparedStatement statement = prepare(sql, columns);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /** For results that are large: only a part of their rows is held at a time. */
    void queryInParts(String sql, Reader reader, Object... columns) throws SQLException {
        try (PreparedStatement statement = prepare(sql, columns)) {
            statement.setFetchSize(PART);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private PreparedStatement prepare(String sql, Object... columns) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < columns.length; i++) {
            statement.setObject(i + 1, columns[i]);
        }
        return statement;
    }

    static <T extends @Nullable Object> long[] longs(List<T> rows, ToLongFunction<T> column) {
        return rows.stream().mapToLong(column).toArray();
    }

    static <T extends @Nullable Object> int[] ints(List<T> rows, ToIntFunction<T> column) {
        return rows.stream().mapToInt(column).toArray();
    }

    static <T extends @Nullable Object> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> column) {
        var texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            Object value = column.apply(rows.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }

    /** What was asked for under this key. */
    static <K, V> V at(Map<K, V> asked, K key) {
        V value = asked.get(key);
        if (value == null) {
            throw new IllegalStateException("The database answered with a key that was not asked for: " + key);
        }
        return value;
    }
}
