package ews.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The yardstick: the rows that are in the log, copied into the empty log again, and nothing else. */
final class CopyBaseline {

    private static final int SIGNATURE = 11;
    private static final int HEADER = SIGNATURE + 8;

    private final Database database;
    private final int events;

    CopyBaseline(Database database, int events) {
        this.database = database;
        this.events = events;
    }

    /** One connection, so many rows a transaction. */
    Cost run(int rows) throws IOException, SQLException {
        List<byte[]> copies = copies(rows);
        database.execute("truncate event");
        database.execute("checkpoint");
        var threads = ManagementFactory.getThreadMXBean();
        double databaseCpu = database.cpuSeconds();
        long cpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        try (var connection = database.connect()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (byte[] bytes : copies) {
                var in = copy.copyIn("copy event from stdin (format binary)");
                in.writeToCopy(bytes, 0, bytes.length);
                in.endCopy();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            // While the connection is open: a process that is just ending is counted nowhere.
            return new Cost(
                    "bare COPY BINARY, %,d rows a transaction".formatted(rows),
                    events,
                    seconds,
                    (threads.getCurrentThreadCpuTime() - cpu) / 1e9,
                    database.cpuSeconds() - databaseCpu);
        }
    }

    /** What is in the log, in the order of its key, cut into complete COPY streams of so many rows. */
    private List<byte[]> copies(int rows) throws IOException, SQLException {
        var all = new ByteArrayOutputStream();
        try (var connection = database.connect()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select * from event order by occurred_at, account_id, source_id, event_key)"
                                    + " to stdout (format binary)",
                            all);
        }
        ByteBuffer in = ByteBuffer.wrap(all.toByteArray());
        byte[] header = new byte[HEADER];
        in.get(header);
        var copies = new ArrayList<byte[]>();
        while (in.getShort(in.position()) >= 0) {
            copies.add(copy(in, header, rows));
        }
        return copies;
    }

    private static byte[] copy(ByteBuffer in, byte[] header, int rows) {
        int start = in.position();
        for (int row = 0; row < rows && in.getShort(in.position()) >= 0; row++) {
            skip(in);
        }
        int length = in.position() - start;
        return ByteBuffer.allocate(HEADER + length + Short.BYTES)
                .put(header)
                .put(in.slice(start, length))
                .putShort((short) -1)
                .array();
    }

    private static void skip(ByteBuffer in) {
        for (int fields = in.getShort(); fields > 0; fields--) {
            int length = in.getInt();
            in.position(in.position() + Math.max(0, length));
        }
    }
}
