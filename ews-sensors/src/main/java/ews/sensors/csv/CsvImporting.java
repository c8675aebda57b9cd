package ews.sensors.csv;

import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.sensors.csv.CsvImport.State;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/**
 * What people do with imports: upload, map, start, stop, go on, undo, remove. {@link CsvRuns} does the work.
 *
 * <p>What cannot be done in the state that an import is in fails with a {@link TransitionRefused}, and what people
 * chose wrongly with an {@link IllegalArgumentException}; both say what to do.
 */
@Component
public class CsvImporting {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_COLUMNS = 500;
    private static final int LOOKED_AT = 500;

    private final CsvImports imports;
    private final CsvFiles files;
    private final Sources sources;
    private final AuditLog audit;
    private final long most;

    CsvImporting(
            CsvImports imports,
            CsvFiles files,
            Sources sources,
            AuditLog audit,
            @Value("${ews.imports.largest-file:4GB}") DataSize most) {
        this.imports = imports;
        this.files = files;
        this.sources = sources;
        this.audit = audit;
        this.most = most.toBytes();
    }

    /** How many bytes a file may have. */
    public long largestFile() {
        return most;
    }

    /**
     * Keeps a file as it comes in, and guesses what its columns mean; a file with the same header is mapped as the last
     * one was.
     *
     * @throws IOException if it breaks off; nothing of it is kept then
     */
    public CsvImport receive(CsvKind kind, String fileName, InputStream file, Actor actor) throws IOException {
        String name = fileName(fileName);
        long id = imports.begin(kind, source(kind, actor), name, actor.name());
        boolean received = false;
        try {
            var sniffed = new Sniffed(file);
            long bytes = files.write(id, sniffed, most);
            sniffed.check();
            CsvFormat format = format(id, sniffed);
            imports.received(id, bytes, format, mapping(id, kind, format));
            received = true;
        } catch (CsvFiles.TooLong e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (BrokenFile e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } finally {
            if (!received) {
                imports.remove(id);
            }
        }
        audit.record(actor, "import.uploaded", subject(id), Map.of("file", name, "kind", kind.code()));
        return existing(id);
    }

    /** Without the folders that some browsers send. */
    private static String fileName(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.isEmpty() ? "file.csv" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private SourceId source(CsvKind kind, Actor actor) {
        String name = "CSV files: " + kind.title().toLowerCase(Locale.ROOT);
        return sources.withoutKey(name, actor).id();
    }

    private CsvFormat format(long id, Sniffed sniffed) {
        char separator = sniffed.separator();
        try (var rows = new CsvRows(files.open(id), sniffed.encoding(), separator)) {
            List<CsvRow> header = rows.next(1);
            if (header.isEmpty() || rows.next(1).isEmpty()) {
                throw new IllegalArgumentException(
                        "The file has no row below its header: the first line names the columns.");
            }
            return new CsvFormat(
                    sniffed.encoding().name(),
                    separator,
                    names(header.getFirst().cells()));
        }
    }

    /** Each column has a name, and none has that of another. */
    private static List<String> names(List<String> cells) {
        if (cells.size() > MOST_COLUMNS) {
            throw new IllegalArgumentException(
                    "The file has %,d columns; at most %d can be imported.".formatted(cells.size(), MOST_COLUMNS));
        }
        var names = new ArrayList<String>();
        for (String cell : cells) {
            String name = Cells.text(cell);
            String base = name.isEmpty()
                    ? "Column " + (names.size() + 1)
                    : name.substring(0, Math.min(name.length(), LONGEST_NAME - 10));
            String unique = base;
            for (int i = 2; names.contains(unique); i++) {
                unique = base + " (" + i + ")";
            }
            names.add(unique);
        }
        return names;
    }

    private CsvMapping mapping(long id, CsvKind kind, CsvFormat format) {
        return imports.mappingOf(kind, format.header()).orElseGet(() -> {
            try (CsvRows rows = files.rows(id, format)) {
                return new MappingGuess(kind, format.header(), rows.next(LOOKED_AT)).guess();
            }
        });
    }

    /** Starts it, and remembers the mapping for the next file with the same header. */
    @Transactional
    public void start(long id, CsvMapping mapping, Actor actor) {
        CsvImport it = existing(id);
        mapping.checked(it.kind(), it.format().header());
        if (!it.hasFile()) {
            throw new TransitionRefused("The file is not kept any more: upload it again.");
        }
        imports.map(id, mapping);
        move(id, List.of(State.UPLOADED), State.RUNNING, "It was started before.");
        imports.remember(it.kind(), it.format().header(), mapping);
        audit.record(actor, "import.started", subject(id), Map.of("file", it.fileName()));
    }

    /** Keeps the mapping until it is started, also one that nothing could be read with yet. */
    @Transactional
    public void map(long id, CsvMapping mapping) {
        CsvImport it = existing(id);
        if (it.state() != State.UPLOADED) {
            throw new TransitionRefused("It was started before.");
        }
        if (mapping.columns().size() != it.format().header().size()) {
            throw new IllegalArgumentException("Map each of the columns of the file, or leave it out.");
        }
        imports.map(id, mapping);
    }

    /** What came in stays, and it can go on. */
    @Transactional
    public void stop(long id, Actor actor) {
        move(id, List.of(State.RUNNING), State.STOPPED, "It does not run any more.");
        audit.record(actor, "import.stopped", subject(id), Map.of());
    }

    @Transactional
    public void goOn(long id, Actor actor) {
        if (!existing(id).hasFile()) {
            throw new TransitionRefused("The file is not kept any more: upload it again.");
        }
        move(id, List.of(State.STOPPED), State.RUNNING, "It is not stopped any more.");
        audit.record(actor, "import.continued", subject(id), Map.of());
    }

    /** Takes back what came in. */
    @Transactional
    public void undo(long id, Actor actor) {
        move(id, List.of(State.STOPPED, State.DONE), State.UNDOING, "Stop it first, then undo it.");
        audit.record(actor, "import.undone", subject(id), Map.of());
    }

    /** Forgets one that never ran, or was undone, and its file. */
    @Transactional
    public void remove(long id, Actor actor) {
        CsvImport it = existing(id);
        if (it.isAtWork() || it.canBeUndone()) {
            throw new TransitionRefused("Undo it first: its events came in.");
        }
        imports.remove(id);
        audit.record(actor, "import.removed", subject(id), Map.of("file", it.fileName()));
    }

    private void move(long id, List<State> from, State to, String otherwise) {
        if (!imports.move(id, from, to)) {
            throw new TransitionRefused(otherwise);
        }
    }

    private CsvImport existing(long id) {
        return imports.withId(id).orElseThrow(() -> new NoSuchElementException("There is no import " + id));
    }

    private static String subject(long id) {
        return "import:" + id;
    }
}
