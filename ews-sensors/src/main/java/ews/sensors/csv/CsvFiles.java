package ews.sensors.csv;

import ews.domain.time.OrganisationDays;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The uploaded files, in parts, so that no more than one part of any of them is in memory. */
@Repository
public class CsvFiles {

    private static final int PART = 1 << 20;

    private static final Duration KEPT = Duration.ofDays(30);

    /** Longer than any upload takes. */
    private static final Duration UPLOADING = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    CsvFiles(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /**
     * @param most bytes
     * @return how many bytes it has
     * @throws TooLong if it has more
     */
    long write(long id, InputStream file, long most) throws IOException, TooLong {
        long bytes = 0;
        byte[] part = file.readNBytes(PART);
        for (int number = 0; part.length > 0; number++) {
            bytes += part.length;
            if (bytes > most) {
                throw new TooLong(most);
            }
            jdbc.sql("insert into csv_part (import_id, number, data) values (:id, :number, :data)")
                    .param("id", id)
                    .param("number", number)
                    .param("data", part)
                    .update();
            part = file.readNBytes(PART);
        }
        return bytes;
    }

    static final class TooLong extends Exception {

        private static final long serialVersionUID = 1;

        TooLong(long most) {
            super("The file has more than %,d MB: split it, and import the parts one after the other."
                    .formatted(most >> 20));
        }
    }

    /** Below the header. */
    CsvRows rows(long id, CsvFormat format) {
        var rows = new CsvRows(open(id), Charset.forName(format.encoding()), format.separator());
        rows.next(1);
        return rows;
    }

    InputStream open(long id) {
        return new Parts(id);
    }

    /** Forgets files of imports that ended long ago, and what was left of uploads that broke off. */
    public void forgetWhatIsLongAgo() {
        jdbc.sql("""
                        delete from csv_part where import_id in (select id from csv_import
                            where uploaded_at < :old and coalesce(finished_at, uploaded_at) < :old
                              and state not in ('running', 'undoing'))
                        """)
                .param("old", days.now().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from csv_import where state = 'uploading' and uploaded_at < :old")
                .param("old", days.now().minus(UPLOADING).atOffset(ZoneOffset.UTC))
                .update();
    }

    private final class Parts extends InputStream {

        private final long id;
        private int next;
        private ByteArrayInputStream part = new ByteArrayInputStream(new byte[0]);

        Parts(long id) {
            this.id = id;
        }

        @Override
        public int read() {
            return isAtEnd() ? -1 : part.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return isAtEnd() ? -1 : part.read(into, offset, length);
        }

        private boolean isAtEnd() {
            if (part.available() == 0) {
                byte[] data = jdbc.sql("select data from csv_part where import_id = :id and number = :number")
                        .param("id", id)
                        .param("number", next++)
                        .query((row, _) -> row.getBytes(1))
                        .optional()
                        .orElseGet(() -> new byte[0]);
                part = new ByteArrayInputStream(data);
            }
            return part.available() == 0;
        }
    }
}
