package ews.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTest {

    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private HttpServer server;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/events", this::answer);
        server.start();
        URI url = URI.create("http://localhost:" + server.getAddress().getPort());
        api = new Api(new Options(List.of(), url, "secret", 1, 1000));
    }

    @AfterEach
    void stop() {
        api.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (var in = new GZIPInputStream(exchange.getRequestBody())) {
            bodies.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        byte[] body = "{\"accepted\":1}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Retry-After", "0");
        exchange.sendResponseHeaders(answers.pop(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void postsZippedWithTheKey() throws InterruptedException {
        answers.add(200);
        assertThat(api.post(Map.of("events", List.of())).path("accepted").asInt())
                .isEqualTo(1);
        assertThat(bodies).containsExactly("Bearer secret {\"events\":[]}");
    }

    @Test
    void anOverloadedServerIsAskedAgain() throws InterruptedException {
        answers.addAll(List.of(429, 503, 200));
        api.post(Map.of());
        assertThat(bodies).hasSize(3);
    }

    @Test
    void aRefusedKeyIsNot() {
        answers.add(401);
        assertThatThrownBy(() -> api.post(Map.of())).hasMessageContaining("401");
        assertThat(bodies).hasSize(1);
    }
}
