package ews.dashboard.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that does not outlive us, even if we are killed: a small shell script beside it waits for the end of a pipe
 * that only we hold open. Both run in a session of their own, so that Ctrl-C in a terminal leaves the order to us.
 */
final class Guarded implements AutoCloseable {

    private static final int SECONDS_TO_STOP = 30;

    private final Process guard;

    private Guarded(Process guard) {
        this.guard = guard;
    }

    /** @param log where the output is appended to */
    static Guarded start(List<String> command, Path log) throws IOException {
        var guarded = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            guarded.add("/usr/bin/setsid");
        }
        guarded.addAll(List.of("/bin/sh", "-c", script(), "ews-guard"));
        guarded.addAll(command);
        var builder = new ProcessBuilder(guarded)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return new Guarded(builder.start());
    }

    boolean isRunning() {
        return guard.isAlive();
    }

    /** Waits for the command to end by itself. */
    int exitCode() throws InterruptedException {
        return guard.waitFor();
    }

    void whenEnded(Runnable action) {
        var _ = guard.onExit().thenRun(action);
    }

    /** Asks the command to stop, and waits until it did. */
    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "The embedded PostgreSQL did not stop within " + SECONDS_TO_STOP + " seconds");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String script() throws IOException {
        try (InputStream script = Guarded.class.getResourceAsStream("/ews/guard.sh")) {
            if (script == null) {
                throw new IOException("guard.sh is missing from the application");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
