package ews.dashboard.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that still runs on our data, because everything around it was killed. */
record Orphan(ProcessHandle process) {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);

    /** Stops the server that runs on these data, if any, and forgets what a dead one left. */
    static void stopOn(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<Orphan> orphan = runningOn(cluster, Files.readAllLines(pidFile));
        if (orphan.isPresent()) {
            LOG.warn("A PostgreSQL of an earlier run still works on {}; stopping it", cluster);
            orphan.get().stop();
        }
        // Its process id may be another program's by now, and would then keep PostgreSQL from starting.
        Files.deleteIfExists(pidFile);
    }

    private static Optional<Orphan> runningOn(Path cluster, List<String> pidFile) {
        if (pidFile.isEmpty() || !pidFile.getFirst().strip().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pidFile.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> worksOn(cluster, process))
                .map(Orphan::new);
    }

    /** A server works in the directory of its data; where that cannot be seen, its name must do. */
    private static boolean worksOn(Path cluster, ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return Files.isDirectory(Path.of("/proc/self"))
                    ? proc.toRealPath().equals(cluster.toRealPath())
                    : process.info()
                            .command()
                            .filter(it -> it.endsWith("postgres"))
                            .isPresent();
        } catch (IOException e) {
            return false; // gone, or somebody else's
        }
    }

    private void stop() throws IOException {
        for (String signal : List.of("-INT", "-QUIT", "-KILL")) {
            new ProcessBuilder("/bin/sh", "-c", "kill \"$1\" \"$2\"", "sh", signal, Long.toString(process.pid()))
                    .start();
            if (ended()) {
                return;
            }
        }
        throw new DatabaseFailure(
                "A PostgreSQL of an earlier run (process %d) does not stop.".formatted(process.pid()),
                "Stop it by hand, then start EWS again.");
    }

    private boolean ended() {
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
