package ews.dashboard.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The directory with everything that survives a restart. It belongs to one running EWS at a time. */
final class DataDirectory implements AutoCloseable {

    /** Named after the layout of PostgreSQL's major version. */
    private static final String CLUSTER = "postgres-18";

    private static final String UNFINISHED = CLUSTER + ".unfinished-";

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws DatabaseFailure if the directory cannot be written, or another EWS uses it */
    static DataDirectory claim(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            return new DataDirectory(absolute, lock(absolute));
        } catch (IOException e) {
            throw new DatabaseFailure(
                    "The data directory %s cannot be written (%s).".formatted(absolute, reason(e)),
                    "Make it writable, or set EWS_DATA_DIR to a directory that is.",
                    e);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        // The lock goes away with the process that holds it, however that ends.
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new DatabaseFailure(
                    "The data directory %s is in use by another EWS that is running.".formatted(directory),
                    "Stop that one, or set EWS_DATA_DIR to another directory.");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static String reason(IOException e) {
        String name = e.getClass().getSimpleName().replaceAll("Exception$", "");
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    Path path() {
        return path;
    }

    /** The directory of PostgreSQL's data. It exists as soon as it is complete, and not before. */
    Path cluster() {
        return path.resolve(CLUSTER);
    }

    boolean hasCluster() {
        return Files.isDirectory(cluster());
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    /** A place to make a new cluster in; what an interrupted first start left is removed. */
    Path freshCluster() throws IOException {
        removeUnfinished();
        return path.resolve(UNFINISHED + UUID.randomUUID());
    }

    void finish(Path freshCluster) throws IOException {
        Files.move(freshCluster, cluster());
    }

    /** Only what never became a cluster: a finished one has another name. */
    private void removeUnfinished() throws IOException {
        try (var unfinished = Files.newDirectoryStream(path, UNFINISHED + "*")) {
            for (Path directory : unfinished) {
                FileSystemUtils.deleteRecursively(directory);
            }
        }
    }

    /** The database's password: made once, readable by nobody but us. */
    Path passwordFile() throws IOException {
        Path file = path.resolve("password");
        if (!Files.exists(file) || Files.size(file) == 0) {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Passwords.random());
        }
        return file;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
