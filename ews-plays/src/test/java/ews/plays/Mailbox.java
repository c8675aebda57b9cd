package ews.plays;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** A real mail server of the test run, which can be stopped and comes back at the same port. */
public final class Mailbox {

    private static final ServerSetup SMTP = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private static final GreenMail SERVER = new GreenMail(SMTP);

    private Mailbox() {}

    public static int port() {
        return SMTP.getPort();
    }

    public static void empty() {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
        SERVER.reset();
    }

    public static void stop() {
        SERVER.stop();
    }

    public static void start() {
        SERVER.start();
    }

    public static List<MimeMessage> received() {
        return List.of(SERVER.getReceivedMessages());
    }

    /** Whether so many come in before long. */
    public static boolean receives(int emails) {
        return SERVER.waitForIncomingEmail(20_000, emails);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
