package ews.sensors.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of an import that were rejected, as a file of the same columns that can be mended and imported. */
@Component
public class RejectedRows {

    /** The name of the column that says what is wrong. */
    static final String WHY = "Why it was rejected";

    private static final int PORTION = 5_000;

    private final CsvFiles files;
    private final JdbcClient jdbc;

    RejectedRows(CsvFiles files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    /** Those that were not settled since. In UTF-8, with a mark by which spreadsheets know it. */
    public void write(CsvImport it, OutputStream into) throws IOException {
        var text = new OutputStreamWriter(into, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        CsvWriter writer =
                CsvWriter.builder().fieldSeparator(it.format().separator()).build(text);
        writer.writeRecord(row(it.format().header(), it.format().header().size(), WHY));
        try (CsvRows rows = files.rows(it.id(), it.format())) {
            write(it, rows, writer);
        } catch (BrokenFile _) {
            // Its end could not be imported either, which the import itself says.
        }
        writer.flush();
    }

    private void write(CsvImport it, CsvRows rows, CsvWriter writer) {
        for (List<CsvRow> portion = rows.next(PORTION); !portion.isEmpty(); portion = rows.next(PORTION)) {
            Map<Long, String> reasons =
                    reasons(it, portion.getFirst().line(), portion.getLast().line());
            for (CsvRow row : portion) {
                String why = reasons.get(row.line());
                if (why != null) {
                    writer.writeRecord(row(row.cells(), it.format().header().size(), why));
                }
            }
        }
    }

    private static List<String> row(List<String> cells, int columns, String why) {
        var row = new ArrayList<>(SafeCells.of(cells));
        while (row.size() < columns) {
            row.add("");
        }
        row.add(SafeCells.of(why));
        return row;
    }

    private Map<Long, String> reasons(CsvImport it, long from, long to) {
        var reasons = new TreeMap<Long, String>();
        jdbc.sql("""
                        select place, detail from reject
                        where source_id = :source and batch_id = :batch and place between :from and :to
                          and settled_at is null
                        """)
                .param("source", it.source().value())
                .param("batch", it.batchId())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    reasons.put(row.getLong("place"), row.getString("detail"));
                });
        return reasons;
    }
}
