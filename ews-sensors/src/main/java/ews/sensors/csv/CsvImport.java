package ews.sensors.csv;

import ews.sensors.source.SourceId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows, and how far it has become events.
 *
 * @param source of all files of its kind
 * @param bytes of the file
 * @param mapping as it was guessed, or chosen
 * @param problem why it stopped by itself, and what to do; {@code null} otherwise
 * @param hasFile whether the file is still kept
 * @param author who uploaded it
 */
public record CsvImport(
        long id,
        CsvKind kind,
        SourceId source,
        String fileName,
        long bytes,
        CsvFormat format,
        CsvMapping mapping,
        State state,
        @Nullable String problem,
        Progress progress,
        Undo undo,
        boolean hasFile,
        String author,
        Instant uploaded,
        @Nullable Instant started,
        @Nullable Instant finished) {

    public enum State {
        /** Waits to be mapped. */
        UPLOADED,
        RUNNING,
        /** By somebody, or because it could not go on. */
        STOPPED,
        DONE,
        UNDOING,
        UNDONE;

        /** In the database and in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** rows = accepted + duplicates + rejected. */
    public record Progress(long rows, long bytesRead, long accepted, long duplicates, long rejected) {}

    /**
     * @param accounts that are concerned
     * @param done of these
     * @param removed of which nothing is known without the import
     * @param kept of which nothing is known without it, but on which somebody has worked
     */
    public record Undo(int accounts, int done, int removed, int kept) {}

    /** 0 to 100. */
    public int percent() {
        return switch (state) {
            case UPLOADED -> 0;
            case DONE, UNDONE -> 100;
            case RUNNING, STOPPED -> share(progress.bytesRead, bytes);
            case UNDOING -> share(undo.done, undo.accounts);
        };
    }

    private static int share(long part, long whole) {
        return whole == 0 ? 0 : (int) Math.min(100, part * 100 / whole);
    }

    public boolean isAtWork() {
        return state == State.RUNNING || state == State.UNDOING;
    }

    /** Whether anything of it may have to be taken back. */
    public boolean canBeUndone() {
        return started != null && (state == State.STOPPED || state == State.DONE);
    }

    /** Of its events in the list of rejects. */
    String batchId() {
        return batchId(id);
    }

    static String batchId(long id) {
        return "import-" + id;
    }
}
