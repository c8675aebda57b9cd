package ews.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of one test alone, which stops and starts it again: at the same address, with the data that it had. */
public final class RestartableDatabase implements AutoCloseable {

    private final Path directory;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    /** Starts one that is empty. */
    public RestartableDatabase() {
        try {
            directory = Files.createTempDirectory("restartable-database");
            port = freePort();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for the PostgreSQL of the test", e);
        }
        start();
    }

    /** Starts it unless it runs. */
    public void start() {
        if (server != null) {
            return;
        }
        try {
            server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setServerConfig("timezone", "UTC")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The PostgreSQL of the test did not start", e);
        }
    }

    /** Ends all connections, and refuses new ones from now on. */
    public void stop() {
        EmbeddedPostgres running = server;
        server = null;
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The PostgreSQL of the test did not stop", e);
            }
        }
    }

    public String url() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
    }

    public String user() {
        return "postgres";
    }

    public String password() {
        return "postgres";
    }

    /** Stops it and erases its data. */
    @Override
    public void close() {
        stop();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("The data of the test's PostgreSQL could not be erased", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
