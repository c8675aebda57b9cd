package ews.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An application in a process of its own, so that its CPU time is its own, too. */
final class Application implements AutoCloseable {

    static final String KEY = "bench-source-key-0123456789abcdef";
    private static final String HEAP = "1g";
    private static final int SECONDS_TO_START = 120;

    private final Process process;
    private final int port;

    private Application(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Only the modules named by this main class, from our own class path. */
    static Application of(Class<?> main, Database database, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return start(command, database, Map.of(), HEAP);
    }

    /** The whole application, as it is shipped. */
    static Application jar(Path jar, Database database) throws IOException, InterruptedException {
        return jar(jar, database, Map.of());
    }

    static Application jar(Path jar, Database database, Map<String, String> environment)
            throws IOException, InterruptedException {
        return jar(jar, database, environment, HEAP);
    }

    /** @param heap the most that it may have, as Java is told */
    static Application jar(Path jar, Database database, Map<String, String> environment, String heap)
            throws IOException, InterruptedException {
        return start(List.of("-jar", jar.toString()), database, environment, heap);
    }

    private static Application start(List<String> what, Database database, Map<String, String> environment, String heap)
            throws IOException, InterruptedException {
        int port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.addAll(what);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(new File(System.getProperty("java.io.tmpdir"), "ews-bench-application.log"));
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT",
                        Integer.toString(port),
                        // As in the application that is shipped.
                        "SERVER_TOMCAT_KEEP_ALIVE_TIMEOUT",
                        "75s",
                        "SPRING_DATASOURCE_URL",
                        database.url(),
                        "SPRING_DATASOURCE_USERNAME",
                        "postgres",
                        "SPRING_DATASOURCE_PASSWORD",
                        "postgres",
                        "EWS_BOOTSTRAP_SOURCE_KEY",
                        KEY));
        builder.environment().putAll(environment);
        var application = new Application(builder.start(), port);
        application.awaitStart();
        return application;
    }

    private void awaitStart() throws InterruptedException {
        for (int i = 0; i < SECONDS_TO_START * 10; i++) {
            try (var _ = new Socket("localhost", port)) {
                return;
            } catch (IOException e) {
                if (!process.isAlive()) {
                    break;
                }
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("The application did not start; see ews-bench-application.log in "
                + System.getProperty("java.io.tmpdir"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    double cpuSeconds() throws IOException {
        return Cpu.of(process.pid());
    }

    /** The most of the machine's memory that it ever had, in bytes. */
    long mostMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    /** As a machine that loses its power. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
