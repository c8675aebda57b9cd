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
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A PostgreSQL of our own that writes as durably as a production one, with the migrated schema. */
final class Database implements AutoCloseable {

    private static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final long pid;

    private Database(EmbeddedPostgres server, long pid) {
        this.server = server;
        this.pid = pid;
    }

    static Database start() throws IOException {
        Path folder = Files.createTempDirectory("ews-bench");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("max_connections", "100")
                .setServerConfig("timezone", "UTC")
                .start();
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
        var database = new Database(server, pid);
        Flyway.configure().dataSource(database.url(), USER, USER).load().migrate();
        return database;
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
    }
}
