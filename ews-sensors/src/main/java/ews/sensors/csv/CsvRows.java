package ews.sensors.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other, the header first. Rows without any text are passed over. */
final class CsvRows implements Closeable {

    /** In characters; what is longer is a quote that nobody closed. */
    private static final int LONGEST_CELL = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CountedBytes bytes;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private long line;
    private @Nullable BrokenFile broken;

    CsvRows(InputStream file, Charset encoding, char separator) {
        this.bytes = new CountedBytes(file);
        this.reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(withoutMark(new BufferedReader(new InputStreamReader(bytes, encoding))));
        this.records = reader.iterator();
    }

    private static Reader withoutMark(BufferedReader text) {
        try {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * At most so many, fewer only at the end, or before what cannot be read.
     *
     * @throws BrokenFile if it cannot be read on
     */
    List<CsvRow> next(int most) {
        if (broken != null) {
            throw broken;
        }
        var rows = new ArrayList<CsvRow>();
        try {
            while (rows.size() < most && records.hasNext()) {
                CsvRecord it = records.next();
                line = it.getStartingLineNumber();
                if (it.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new CsvRow(line, it.getFields()));
                }
            }
        } catch (CsvParseException e) {
            broken = new BrokenFile(line, e);
            if (rows.isEmpty()) {
                throw broken;
            }
        }
        return rows;
    }

    /** Passes over so many. */
    void skip(long count) {
        for (long left = count; left > 0; ) {
            int passed = next((int) Math.min(left, 10_000)).size();
            if (passed == 0) {
                return;
            }
            left -= passed;
        }
    }

    /** How far the file has been read, which is a little further than the last row. */
    long bytesRead() {
        return bytes.count();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
