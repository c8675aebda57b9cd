package ews.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts and kills real servers, each in a directory of its own. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "looks at processes by way of /proc")
class EmbeddedDatabaseTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    Path directory;

    private final List<Process> children = new ArrayList<>();

    @AfterEach
    void leaveNothing() {
        children.forEach(Process::destroyForcibly);
        await().atMost(SOON).until(() -> processes().isEmpty());
    }

    @Test
    void dataSurviveARestart() throws Exception {
        try (var database = EmbeddedDatabase.start(directory)) {
            execute(database, "create table kept as select 42 as answer");
        }
        // The shell that guards the server ends once it has seen that this one has.
        await().atMost(SOON).until(() -> processes().isEmpty());

        try (var database = EmbeddedDatabase.start(directory)) {
            assertThat(number(database, "select answer from kept")).isEqualTo(42);
        }
    }

    @Test
    void writesAreDurableAndOnlyThisMachineIsAnswered() throws Exception {
        try (var database = EmbeddedDatabase.start(directory)) {
            assertThat(text(database, "show fsync")).isEqualTo("on");
            assertThat(text(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(text(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(database, "show log_timezone")).isEqualTo("UTC");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "ews", "guessed")
                            .close());
        }
    }

    @Test
    void aSecondStartOnTheSameDirectoryIsToldSo() {
        try (var _ = EmbeddedDatabase.start(directory)) {
            assertThatExceptionOfType(DatabaseFailure.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(directory))
                    .withMessageContaining("is in use by another EWS")
                    .withMessageContaining(directory.toString());
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");

        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> EmbeddedDatabase.start(file.resolve("data")))
                .withMessageContaining("cannot be written")
                .withMessageContaining(file.toString());
    }

    @Test
    void killedItLeavesNothingRunningAndNothingBroken() throws Exception {
        Process child = start();
        awaitStarted(child);
        assertThat(processes()).isNotEmpty();

        child.destroyForcibly().waitFor();

        await().atMost(SOON).until(() -> processes().isEmpty());
        EmbeddedDatabase.start(directory).close();
    }

    @Test
    void killedWhileItMakesTheDatabaseItLeavesNothingRunningAndNothingBroken() throws Exception {
        Process child = start();
        await().atMost(SOON).until(() -> Files.exists(unfinished().resolve("base")));

        child.destroyForcibly().waitFor();

        await().atMost(SOON).until(() -> processes().isEmpty());
        EmbeddedDatabase.start(directory).close();
        assertThat(unfinished()).isEqualTo(directory.resolve("none"));
    }

    @Test
    void aServerWhoseGuardWasKilledTooIsFoundAndStopped() throws Exception {
        Process child = start();
        awaitStarted(child);
        long before = server();
        List<ProcessHandle> guards = child.descendants()
                .filter(it ->
                        it.pid() != before && it.info().command().orElse("").contains("sh"))
                .toList();
        assertThat(guards).isNotEmpty();

        guards.forEach(ProcessHandle::destroyForcibly);
        child.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(before)).isPresent();

        try (var _ = EmbeddedDatabase.start(directory)) {
            // one that has ended is there until whoever inherited it has taken note
            await().atMost(SOON)
                    .until(() -> ProcessHandle.of(before)
                            .filter(ProcessHandle::isAlive)
                            .isEmpty());
            assertThat(server()).isNotEqualTo(before);
        }
    }

    private Process start() throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseProcess.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        children.add(child);
        return child;
    }

    private static void awaitStarted(Process child) throws IOException {
        BufferedReader output = child.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("started")) {
                return;
            }
        }
        throw new AssertionError("The database process ended");
    }

    private Path unfinished() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(it -> it.getFileName().toString().contains("postgres-18.unfinished"))
                    .findFirst()
                    .orElse(directory.resolve("none"));
        }
    }

    private long server() throws IOException {
        return Long.parseLong(Files.readAllLines(directory.resolve("postgres-18/postmaster.pid"))
                .getFirst());
    }

    /** Everything that runs on the directory, but for our own children, which have its name among their arguments. */
    private List<Long> processes() {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(it -> children.stream().noneMatch(child -> child.pid() == it.pid()))
                .filter(it -> commandLine(it).contains(directory.toString()))
                .map(ProcessHandle::pid)
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            return ""; // ended meanwhile
        }
    }

    private static Connection connection(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connection(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connection(database);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static int number(EmbeddedDatabase database, String sql) throws SQLException {
        return Integer.parseInt(text(database, sql));
    }
}
