package ews.sensors.fact;

import ews.domain.copy.RowWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Lets accounts wait for scoring. */
final class ScoringMarks {

    private final Rows rows;

    ScoringMarks(Rows rows) {
        this.rows = rows;
    }

    void add(Collection<ScoringMark> marks) throws SQLException {
        List<ScoringMark> inOrder = marks.stream()
                .sorted(Comparator.comparingLong(ScoringMark::account))
                .toList();
        mark(inOrder.stream().filter(it -> !it.imported()).toList());
        markImported(inOrder.stream().filter(ScoringMark::imported).toList());
    }

    private void mark(List<ScoringMark> marks) throws SQLException {
        if (marks.isEmpty()) {
            return;
        }
        try (var dirty = RowWriter.into(
                rows.connection(), "dirty_account", "account_id", "from_day", "received_at", "routine")) {
            for (ScoringMark it : marks) {
                dirty.row();
                dirty.int8(it.account());
                dirty.date(LocalDate.ofEpochDay(it.fromDay()));
                dirty.millis(it.received());
                dirty.bool(it.routine());
            }
            dirty.finish();
        }
    }

    private void markImported(List<ScoringMark> marks) throws SQLException {
        if (!marks.isEmpty()) {
            rows.update("""
                    insert into imported_account (account_id, from_day)
                    select n.account_id, date '1970-01-01' + n.day from unnest(?::bigint[], ?::int[]) n (account_id, day)
                    """, Rows.longs(marks, ScoringMark::account), Rows.ints(marks, ScoringMark::fromDay));
        }
    }
}
