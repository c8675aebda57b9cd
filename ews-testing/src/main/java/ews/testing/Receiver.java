package ews.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A system that receives webhooks: it answers what a test wants, or waits until the test lets it answer. */
public final class Receiver implements AutoCloseable {

    /** What came in. */
    public record Request(Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return Objects.requireNonNull(headers.get(name), name).getFirst();
        }

        public String id() {
            return header("Webhook-id");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private volatile int usual = 204;
    private volatile String location = "/";
    private volatile Duration pause = Duration.ZERO;
    private volatile CountDownLatch held = new CountDownLatch(0);

    public Receiver() {
        this(0);
    }

    /** One that comes back at the port of another. */
    public Receiver(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:%d/hook".formatted(port());
    }

    public List<Request> requests() {
        return requests;
    }

    /** The next answers; after them, it answers the usual. */
    public void answers(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    public void usuallyAnswers(int status) {
        usual = status;
    }

    public void redirects(String to) {
        location = to;
        usual = 302;
    }

    /** Says with every answer for how long it wants to be left alone. */
    public void asksToWait(Duration wanted) {
        pause = wanted;
    }

    /** Answers nobody from now on. */
    public void hold() {
        held = new CountDownLatch(1);
    }

    public void release() {
        held.countDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(new Request(
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            held.await();
            Integer status = answers.poll();
            exchange.getResponseHeaders().set("Location", location);
            if (pause.isPositive()) {
                exchange.getResponseHeaders().set("Retry-After", Long.toString(pause.toSeconds()));
            }
            exchange.sendResponseHeaders(status == null ? usual : status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.close();
    }
}
