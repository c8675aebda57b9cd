package ews.detection.scoring;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/** Rows on their way into a table by COPY, in its text format. */
final class CopyText {

    private final StringBuilder rows = new StringBuilder();
    private boolean rowBegun;

    CopyText value(@Nullable Object value) {
        rows.append(rowBegun ? "\t" : "").append(value == null ? "\\N" : escape(value.toString()));
        rowBegun = true;
        return this;
    }

    <T> CopyText array(List<T> values, Function<T, @Nullable Object> element) {
        return value(values.stream()
                .map(value -> String.valueOf(element.apply(value)))
                .collect(Collectors.joining(",", "{", "}")));
    }

    void endRow() {
        rows.append('\n');
        rowBegun = false;
    }

    /** Empties what an earlier call in the same transaction left there, and writes the rows. */
    void into(JdbcOperations jdbc, String temporaryTable, String like) {
        jdbc.execute(
                "create temp table if not exists %s (like %s) on commit delete rows".formatted(temporaryTable, like));
        jdbc.execute("truncate " + temporaryTable);
        ConnectionCallback<Long> copy = connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + temporaryTable + " from stdin", new StringReader(rows.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        jdbc.execute(copy);
    }

    private static String escape(String text) {
        boolean plain = text.chars().noneMatch(it -> it == '\\' || it == '\t' || it == '\n' || it == '\r');
        return plain
                ? text
                : text.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }
}
