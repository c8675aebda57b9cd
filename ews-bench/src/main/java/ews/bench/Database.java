package ews.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** A PostgreSQL of our own that writes as durably as a production one, with the migrated schema. */
final class Database implements AutoCloseable {

    private static final String USER = "postgres";

    private final Path folder;
    private EmbeddedPostgres server;
    private long pid;

    private Database(Path folder) throws IOException {
        this.folder = folder;
        this.server = started(0);
        this.pid = readPid();
    }

    static Database start() throws IOException {
        var database = new Database(Files.createTempDirectory("ews-bench"));
        Flyway.configure().dataSource(database.url(), USER, USER).load().migrate();
        return database;
    }

    /** @param port 0 for any that is free */
    private EmbeddedPostgres started(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                // Whoever crashed finds its data again.
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("max_connections", "100")
                .setServerConfig("timezone", "UTC")
                .start();
    }

    private long readPid() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** All its processes, as a machine that loses its power. */
    void kill() throws IOException {
        List<ProcessHandle> processes = ProcessHandle.of(pid).stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
                .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle it : processes) {
            it.onExit().join();
        }
        server.close();
    }

    /** At the same address, with what was committed. */
    void startAgain() throws IOException {
        server = started(server.getPort());
        pid = readPid();
    }

    String url() {
        return server.getJdbcUrl(USER, USER);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, USER);
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Waits until usage that was committed is in its blocks, too, as scoring sees it.
     *
     * @return how long that took, in milliseconds
     */
    long awaitFacts() throws Exception {
        long start = System.nanoTime();
        while (count("select count(*) from usage_backlog") > 0) {
            Thread.sleep(20);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    long count(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    List<String> texts(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }

    /** The intake alone has no page to make a key on, so its source is entered here. */
    void enterSource(String key) throws SQLException, NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        execute("""
                insert into source (name, key_hash, key_hint, can_read, can_write, created_at)
                values ('bench', '\\x%s', 'cdef', true, true, now())
                """.formatted(HexFormat.of().formatHex(hash)));
    }

    /** The server with all its processes, those that ended too. */
    double cpuSeconds() throws IOException {
        return Cpu.ofTree(pid);
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path it : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(it);
            }
        }
    }
}
