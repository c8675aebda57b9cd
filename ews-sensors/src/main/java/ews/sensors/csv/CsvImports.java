package ews.sensors.csv;

import ews.domain.time.OrganisationDays;
import ews.sensors.csv.CsvImport.Progress;
import ews.sensors.csv.CsvImport.State;
import ews.sensors.csv.CsvImport.Undo;
import ews.sensors.source.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The imports, whatever became of them. A file that is still being received is none yet. */
@Repository
public class CsvImports {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SELECT = """
            select i.*, exists (select from csv_part p where p.import_id = i.id) as has_file from csv_import i
            """;

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    CsvImports(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** The newest first. */
    public List<CsvImport> latest(int limit) {
        return jdbc.sql(SELECT + "where state <> 'uploading' order by id desc limit :limit")
                .param("limit", limit)
                .query(CsvImports::row)
                .list();
    }

    public Optional<CsvImport> withId(long id) {
        return jdbc.sql(SELECT + "where state <> 'uploading' and id = :id")
                .param("id", id)
                .query(CsvImports::row)
                .optional();
    }

    /** The next one at which there is something to do. */
    Optional<CsvImport> atWork() {
        return jdbc.sql(SELECT + "where state in ('running', 'undoing') order by id limit 1")
                .query(CsvImports::row)
                .optional();
    }

    /** One whose file is about to be received. */
    long begin(CsvKind kind, SourceId source, String fileName, String author) {
        return jdbc.sql("""
                        insert into csv_import (kind, source_id, file_name, state, author, uploaded_at)
                        values (:kind, :source, :name, 'uploading', :author, :now) returning id
                        """)
                .param("kind", kind.code())
                .param("source", source.value())
                .param("name", fileName)
                .param("author", author)
                .param("now", now())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    void received(long id, long bytes, CsvFormat format, CsvMapping mapping) {
        jdbc.sql("""
                        update csv_import set state = 'uploaded', bytes = :bytes, format = :format::jsonb,
                               mapping = :mapping::jsonb
                        where id = :id
                        """)
                .param("id", id)
                .param("bytes", bytes)
                .param("format", JSON.writeValueAsString(format))
                .param("mapping", JSON.writeValueAsString(mapping))
                .update();
    }

    /** It, and its file; its events stay. */
    void remove(long id) {
        jdbc.sql("delete from csv_import where id = :id").param("id", id).update();
    }

    void map(long id, CsvMapping mapping) {
        jdbc.sql("update csv_import set mapping = :mapping::jsonb where id = :id")
                .param("id", id)
                .param("mapping", JSON.writeValueAsString(mapping))
                .update();
    }

    /** @return whether it was in one of these states, and is in that one now */
    boolean move(long id, List<State> from, State to) {
        return jdbc.sql("""
                        update csv_import set state = :to, problem = null,
                               started_at = case when :to = 'running' then coalesce(started_at, :now) else started_at end,
                               finished_at = case when :to in ('done', 'stopped', 'undone') then :now::timestamptz end
                        where id = :id and state = any (:from)
                        """)
                        .param("id", id)
                        .param("from", from.stream().map(State::code).toArray(String[]::new))
                        .param("to", to.code())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Stops it, and says why. */
    void stop(long id, String problem) {
        if (move(id, List.of(State.RUNNING), State.STOPPED)) {
            jdbc.sql("update csv_import set problem = :problem where id = :id")
                    .param("id", id)
                    .param("problem", problem)
                    .update();
        }
    }

    /** @return whether it is still to be worked at */
    boolean save(long id, Progress progress) {
        return jdbc.sql("""
                        update csv_import set rows = :rows, bytes_read = :bytes, accepted = :accepted,
                               duplicates = :duplicates, rejected = :rejected
                        where id = :id returning state = 'running'
                        """)
                .param("id", id)
                .param("rows", progress.rows())
                .param("bytes", progress.bytesRead())
                .param("accepted", progress.accepted())
                .param("duplicates", progress.duplicates())
                .param("rejected", progress.rejected())
                .query((row, _) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    void save(long id, Undo undo) {
        jdbc.sql("""
                        update csv_import set undo_accounts = :accounts, undone_accounts = :done,
                               removed_accounts = :removed, kept_accounts = :kept
                        where id = :id
                        """)
                .param("id", id)
                .param("accounts", undo.accounts())
                .param("done", undo.done())
                .param("removed", undo.removed())
                .param("kept", undo.kept())
                .update();
    }

    /** How a file with this header was mapped last. */
    Optional<CsvMapping> mappingOf(CsvKind kind, List<String> header) {
        return jdbc.sql("select mapping from csv_mapping where kind = :kind and header = :header::jsonb")
                .param("kind", kind.code())
                .param("header", JSON.writeValueAsString(header))
                .query((row, _) -> read(row.getString(1), CsvMapping.class))
                .optional();
    }

    void remember(CsvKind kind, List<String> header, CsvMapping mapping) {
        jdbc.sql("""
                        insert into csv_mapping (kind, header, mapping, saved_at)
                        values (:kind, :header::jsonb, :mapping::jsonb, :now)
                        on conflict (kind, header) do update set mapping = excluded.mapping, saved_at = excluded.saved_at
                        """)
                .param("kind", kind.code())
                .param("header", JSON.writeValueAsString(header))
                .param("mapping", JSON.writeValueAsString(mapping))
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return days.now().atOffset(ZoneOffset.UTC);
    }

    private static <T> T read(@Nullable String json, Class<T> type) {
        return JSON.readValue(Objects.requireNonNull(json), type);
    }

    private static CsvImport row(ResultSet row, int number) throws SQLException {
        return new CsvImport(
                row.getLong("id"),
                CsvKind.coded(row.getString("kind")).orElseThrow(),
                new SourceId(row.getInt("source_id")),
                row.getString("file_name"),
                row.getLong("bytes"),
                read(row.getString("format"), CsvFormat.class),
                read(row.getString("mapping"), CsvMapping.class),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("problem"),
                new Progress(
                        row.getLong("rows"),
                        row.getLong("bytes_read"),
                        row.getLong("accepted"),
                        row.getLong("duplicates"),
                        row.getLong("rejected")),
                new Undo(
                        row.getInt("undo_accounts"),
                        row.getInt("undone_accounts"),
                        row.getInt("removed_accounts"),
                        row.getInt("kept_accounts")),
                row.getBoolean("has_file"),
                row.getString("author"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("started_at", OffsetDateTime.class)),
                instant(row.getObject("finished_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
