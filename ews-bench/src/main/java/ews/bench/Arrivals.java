package ews.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mail server and a receiver of webhooks, which outlive the application and remember what came. */
final class Arrivals implements AutoCloseable {

    /** As long as a receiver at the other end of a network may take. */
    private static final int MILLIS_TO_ANSWER = 5;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Queue<String> posts = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer receiver;

    Arrivals() throws IOException {
        mail.start();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(threads);
        receiver.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                posts.add(exchange.getRequestHeaders().getFirst("webhook-id"));
                Thread.sleep(MILLIS_TO_ANSWER);
                exchange.sendResponseHeaders(204, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        receiver.start();
    }

    int mailPort() {
        return mail.getSmtp().getPort();
    }

    String receiverUrl() {
        return "http://127.0.0.1:%d/".formatted(receiver.getAddress().getPort());
    }

    /** The {@code webhook-id} of each request, in the order of their coming. */
    List<String> posts() {
        return List.copyOf(posts);
    }

    /** The {@code Message-ID} of each email. */
    List<String> emails() throws Exception {
        var ids = new ArrayList<String>();
        for (MimeMessage email : mail.getReceivedMessages()) {
            ids.add(email.getMessageID());
        }
        return ids;
    }

    @Override
    public void close() {
        mail.stop();
        receiver.stop(0);
        threads.close();
    }
}
