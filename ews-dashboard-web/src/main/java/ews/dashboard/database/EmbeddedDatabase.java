package ews.dashboard.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A real PostgreSQL, started and stopped with the application. Its data survive; it answers to this machine only, and
 * to the password in its data directory.
 */
public final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String USER = "ews";

    private final DataDirectory data;
    private final Guarded server;
    private final String password;
    private final int port;

    private volatile boolean stopping;

    private EmbeddedDatabase(DataDirectory data, Guarded server, String password, int port) {
        this.data = data;
        this.server = server;
        this.password = password;
        this.port = port;
    }

    /** @throws DatabaseFailure if it cannot run here; the message says why */
    static EmbeddedDatabase start(Path directory) {
        DataDirectory data = DataDirectory.claim(directory);
        try {
            return start(data);
        } catch (DatabaseFailure e) {
            data.close();
            throw e;
        } catch (IOException e) {
            data.close();
            throw failure(data, e);
        } catch (InterruptedException e) {
            data.close();
            Thread.currentThread().interrupt();
            throw failure(data, e);
        }
    }

    private static EmbeddedDatabase start(DataDirectory data) throws IOException, InterruptedException {
        var programs = Programs.unpackedIn(data.path());
        keepLastLog(data.log());
        Path passwordFile = data.passwordFile();
        if (!data.hasCluster()) {
            LOG.info("Making a database in {}; this takes some seconds, once", data.path());
            initialise(programs, data, passwordFile);
        }
        Orphan.stopOn(data.cluster());
        int port = freePort();
        var database = new EmbeddedDatabase(
                data, Guarded.start(server(programs, data, port), data.log()), Files.readString(passwordFile), port);
        try {
            new Readiness(database.getJdbcUrl("postgres"), USER, database.password)
                    .await(database.server::isRunning)
                    .ensureDatabase(USER);
        } catch (DatabaseFailure e) {
            database.server.close();
            throw e;
        }
        database.server.whenEnded(database::reportEnd);
        return database;
    }

    private static void initialise(Programs programs, DataDirectory data, Path passwordFile)
            throws IOException, InterruptedException {
        Path fresh = data.freshCluster();
        List<String> command = programs.command(
                "initdb",
                "--pgdata=" + fresh,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        try (var initdb = Guarded.start(command, data.log())) {
            int code = initdb.exitCode();
            if (code != 0) {
                throw failure(data, new IOException("initdb ended with " + code));
            }
        }
        data.finish(fresh);
    }

    private static List<String> server(Programs programs, DataDirectory data, int port) {
        return programs.command(
                "postgres",
                "-D",
                data.cluster().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=60",
                "-c",
                "shared_buffers=256MB",
                "-c",
                "max_wal_size=1GB",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC");
    }

    /** The log begins anew at each start; the one before is kept. */
    private static void keepLastLog(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static DatabaseFailure failure(DataDirectory data, Exception cause) {
        return new DatabaseFailure(
                "The embedded PostgreSQL did not start in %s (%s).".formatted(data.path(), cause.getMessage()),
                "Read %s for the reason, or set SPRING_DATASOURCE_URL to a PostgreSQL 18 of your own."
                        .formatted(data.log()),
                cause);
    }

    private void reportEnd() {
        if (!stopping) {
            LOG.error("The embedded PostgreSQL ended unexpectedly; {} may say why. Start EWS again.", data.log());
        }
    }

    public Path directory() {
        return data.path();
    }

    @Override
    public String getJdbcUrl() {
        return getJdbcUrl(USER);
    }

    private String getJdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    @Override
    public String getUsername() {
        return USER;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public void close() {
        stopping = true;
        server.close();
        data.close();
    }
}
