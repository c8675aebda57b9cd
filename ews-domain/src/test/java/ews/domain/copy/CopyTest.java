package ews.domain.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CopyTest {

    private static final String[] COLUMNS = {
        "number", "small", "whole", "day", "at", "words", "smalls", "readings", "missing"
    };
    private static final Instant AT = Instant.parse("1969-07-20T20:17:40.123456Z");
    private static final LocalDate DAY = LocalDate.of(1969, 7, 20);

    private Connection connection;

    @BeforeEach
    void aTable() throws SQLException {
        connection = TestDatabase.dataSource(TestDatabase.url()).getConnection();
        execute("""
                create temp table thing (number bigint, small smallint, whole int, day date, at timestamptz, words text,
                                         smalls smallint[], readings float8[], missing int)
                """);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void whatWasWrittenIsRead() throws SQLException {
        write(Long.MIN_VALUE, "Füße 🦶", new Integer[] {1, null, -3}, new double[] {0.5, Double.NaN});

        try (var rows = RowReader.of(connection, "select " + String.join(", ", COLUMNS) + " from thing")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.int8()).isEqualTo(Long.MIN_VALUE);
            assertThat(rows.int2()).isEqualTo(-7);
            assertThat(rows.int4()).isEqualTo(Integer.MAX_VALUE);
            assertThat(rows.date()).isEqualTo(DAY);
            assertThat(rows.instant()).isEqualTo(AT);
            assertThat(rows.text()).isEqualTo("Füße 🦶");
            assertThat(rows.int2sOrNull()).containsExactly(1, null, -3);
            assertThat(rows.float8s()).containsExactly(0.5, Double.NaN);
            assertThat(rows.int4OrNull()).isNull();
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void arraysMayBeEmpty() throws SQLException {
        write(1, "", new Integer[0], new double[0]);

        try (var rows = RowReader.of(connection, "select smalls, readings from thing")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.int2s()).isEmpty();
            assertThat(rows.float8s()).isEmpty();
        }
    }

    @Test
    void manyRowsAndLongOnesGoThrough() throws SQLException {
        String long_ = "x".repeat(300_000);
        try (var rows = RowWriter.into(connection, "thing", "number", "words")) {
            for (int i = 0; i < 50_000; i++) {
                rows.row();
                rows.int8(i);
                rows.text(i % 10_000 == 0 ? long_ : "short");
            }
            assertThat(rows.finish()).isEqualTo(50_000);
        }

        var numbers = new ArrayList<Long>();
        int longOnes = 0;
        try (var rows = RowReader.of(connection, "select number, words from thing order by number")) {
            while (rows.next()) {
                numbers.add(rows.int8());
                longOnes += rows.text().length() == long_.length() ? 1 : 0;
            }
        }
        assertThat(numbers).hasSize(50_000).startsWith(0L).endsWith(49_999L);
        assertThat(longOnes).isEqualTo(5);
    }

    @Test
    void aNullWhereNoneIsExpectedIsAFaultThatLeavesTheConnectionUsable() throws SQLException {
        assertThatThrownBy(() -> read("select null::bigint from generate_series(1, 100000)"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("null");

        assertThat(read("select 7::bigint")).containsExactly(7L);
    }

    @Test
    void whoStopsInTheMiddleLeavesTheConnectionUsable() throws SQLException {
        try (var rows = RowReader.of(connection, "select g::bigint from generate_series(1, 100000) g")) {
            assertThat(rows.next()).isTrue();
        }

        assertThat(read("select 7::bigint")).containsExactly(7L);
    }

    @Test
    void nothingIsWrittenWithoutTheEnd() throws SQLException {
        try (var rows = RowWriter.into(connection, "thing", "number")) {
            rows.row();
            rows.int8(1);
        }

        assertThat(read("select number from thing")).isEmpty();
    }

    private List<Long> read(String query) throws SQLException {
        var numbers = new ArrayList<Long>();
        try (var rows = RowReader.of(connection, query)) {
            while (rows.next()) {
                numbers.add(rows.int8());
            }
        }
        return numbers;
    }

    private void write(long number, String words, @Nullable Integer[] smalls, double[] readings) throws SQLException {
        try (var rows = RowWriter.into(connection, "thing", COLUMNS)) {
            rows.row();
            rows.int8(number);
            rows.int2(-7);
            rows.int4(Integer.MAX_VALUE);
            rows.date(DAY);
            rows.instant(AT);
            rows.text(words);
            rows.int2s(smalls);
            rows.float8s(readings);
            rows.none();
            rows.finish();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
