package ews.plays;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server in the place of {@link Mailbox} that takes connections and no emails. */
public final class StubbornMailServer implements AutoCloseable {

    private final ServerSocket server;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final boolean answers;

    private StubbornMailServer(boolean answers) {
        this.answers = answers;
        try {
            server = new ServerSocket(Mailbox.port(), 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Takes connections and never says a word. */
    public static StubbornMailServer silent() {
        return new StubbornMailServer(false);
    }

    /** Greets, and asks to come back later whatever it is told. */
    public static StubbornMailServer erroring() {
        return new StubbornMailServer(true);
    }

    /** How often somebody has tried so far. */
    public int connections() {
        return connections.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                if (answers) {
                    Thread.ofVirtual().start(() -> refuse(connection));
                }
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private static void refuse(Socket connection) {
        try (var in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
            say(connection, "220 not today");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(connection, line.startsWith("EHLO") ? "250 not today" : "451 Please come back later");
            }
        } catch (IOException e) {
            // Who asked has gone away.
        }
    }

    private static void say(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
