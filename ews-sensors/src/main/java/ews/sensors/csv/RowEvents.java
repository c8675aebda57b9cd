package ews.sensors.csv;

import ews.sensors.dialect.Invalid;
import ews.sensors.dialect.NativeDialect;
import ews.sensors.intake.Batch;
import ews.sensors.intake.Dialect;
import ews.sensors.intake.People;
import ews.sensors.intake.Raw;
import ews.sensors.intake.Rejection;
import ews.sensors.source.Source;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes an event of our own JSON of each row, which is judged as any other event. A row whose cells cannot be read is
 * rejected with what was read so far, so that it can be corrected where other rejects are.
 */
final class RowEvents {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** In bytes, of what is kept of a row that was rejected. */
    private static final int LONGEST = 32 * 1024;

    private static final int ID_BYTES = 16;

    private final CsvKind kind;
    private final CsvMapping mapping;
    private final List<String> header;
    private final String otherwise;
    private final Cells cells;
    private final Map<String, CellForm> forms = new HashMap<>();
    private final NativeDialect dialect;

    /**
     * @param zone of times that name none
     * @param otherwise the time of rows that name none
     */
    RowEvents(
            CsvKind kind,
            CsvMapping mapping,
            List<String> header,
            ZoneId zone,
            Instant otherwise,
            NativeDialect dialect) {
        this.kind = kind;
        this.mapping = mapping;
        this.header = header;
        this.otherwise = otherwise.toString();
        this.cells = new Cells(mapping.dates(), mapping.decimals(), zone);
        this.dialect = dialect;
        kind.targets().forEach(it -> forms.put(it.path(), it.form()));
    }

    /** The place of each rejection is the line of its row. */
    Batch batch(Source source, String id, List<CsvRow> rows, Instant receivedAt) {
        ArrayNode events = JSON.createArrayNode();
        var sent = new ArrayList<CsvRow>();
        var rejections = new ArrayList<Rejection>();
        for (CsvRow row : rows) {
            var problems = new ArrayList<String>();
            ObjectNode event = event(row, problems);
            if (problems.isEmpty()) {
                events.add(event);
                sent.add(row);
            } else {
                Raw body = Raw.of(JSON.writeValueAsString(event)).first(LONGEST);
                rejections.add(rejection(row, null, "unreadable_cell", String.join("; ", problems), body));
            }
        }
        ObjectNode body = JSON.createObjectNode().set("events", events);
        Batch read = dialect.read(source, JSON.writeValueAsBytes(body), receivedAt);
        for (Rejection it : read.rejections()) {
            rejections.add(rejection(sent.get(it.index()), it.messageId(), it.code(), it.detail(), it.body()));
        }
        return new Batch(source, Dialect.NATIVE, id, receivedAt, read.events(), People.NONE, List.of(), rejections);
    }

    private static Rejection rejection(CsvRow row, @Nullable String id, String code, String detail, Raw body) {
        return new Rejection((int) row.line(), id, code, "Line %,d: %s".formatted(row.line(), detail), body);
    }

    private ObjectNode event(CsvRow row, List<String> problems) {
        ObjectNode event = JSON.createObjectNode();
        for (int column = 0; column < header.size(); column++) {
            String cell = Cells.text(row.cell(column));
            if (!cell.isEmpty() && !mapping.columns().get(column).isEmpty()) {
                put(event, column, cell, problems);
            }
        }
        if (row.cells().stream().skip(header.size()).anyMatch(it -> !it.isBlank())) {
            problems.add("the row has %d cells, the header %d: put a cell that contains the separator into quotes"
                    .formatted(row.cells().size(), header.size()));
        }
        complete(event, row);
        return event;
    }

    private void put(ObjectNode event, int column, String cell, List<String> problems) {
        String target = mapping.columns().get(column);
        if (target.startsWith(CsvTarget.ATTRIBUTE)) {
            String name = target.equals(CsvTarget.OWN_ATTRIBUTE)
                    ? header.get(column)
                    : target.substring(CsvTarget.ATTRIBUTE.length());
            event.withObjectProperty("attributes").put(name, cell);
            return;
        }
        try {
            switch (forms.getOrDefault(target, CellForm.TEXT)) {
                case TEXT -> event.put(target, cell);
                case CODE -> event.put(target, Cells.code(cell));
                case NUMBER -> event.put(target, cells.number(cell));
                case FLAG -> event.put(target, Cells.flag(cell));
                case DATE -> event.put(target, cells.date(cell).toString());
                case TIME -> event.put(target, cells.time(cell));
            }
        } catch (Invalid e) {
            event.put(target, cell);
            problems.add("“%s” %s".formatted(header.get(column), e.detail()));
        }
    }

    /** What the row need not say itself. */
    private void complete(ObjectNode event, CsvRow row) {
        if (kind.type() != null) {
            event.put("type", kind.type().code());
        } else if (!event.has("type") && mapping.type() != null) {
            event.put("type", mapping.type());
        }
        if (!event.has("id")) {
            event.put("id", id(row));
        }
        if (kind != CsvKind.EVENTS && !event.has("time")) {
            event.put("time", otherwise);
        }
        if (mapping.currency() != null && !event.has("currency") && (event.has("value") || event.has("amount"))) {
            event.put("currency", mapping.currency());
        }
    }

    /** Made of all cells, also of those that nothing else is made of: rows count once if nothing at all is different. */
    private static String id(CsvRow row) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (String cell : row.cells()) {
                sha256.update(cell.strip().getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
            }
            return "row:" + HexFormat.of().formatHex(sha256.digest(), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
