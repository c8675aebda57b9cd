package ews.sensors.http;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.sensors.Sent;
import ews.sensors.source.NewKey;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LimitTest {

    @Autowired
    private Sources sources;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private NewKey source;

    @BeforeEach
    void connectASource() {
        TestDatabase.clear();
        source = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM);
    }

    private Client.Answer send(String id, int events) {
        return new Client(port, source.key())
                .post(IntStream.range(0, events)
                        .mapToObj(it -> Sent.usage(id + "-" + it, "2026-01-20T10:00:00Z", "acme", "u1", "Report"))
                        .collect(Collectors.joining(",", "{\"events\":[", "]}"))
                        .replace('\'', '"'));
    }

    private int logged() {
        return jdbc.sql("select count(*) from event").query(Integer.class).single();
    }

    @Test
    void whoSendsTooFastIsToldWhenToComeAgainAndLosesNothing() {
        sources.limit(source.source().id(), 2, Actor.SYSTEM);

        assertThat(send("a", 50).status())
                .as("what was not used before, and one batch beyond")
                .isEqualTo(200);
        Client.Answer refused = send("b", 1);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(10, 21);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"events\";q=2;w=1");
        assertThat(refused.header("RateLimit")).startsWith("\"events\";r=0;t=");
        assertThat(refused.json().path("detail").asString()).contains("Product may send 2 events a second");
        assertThat(logged()).isEqualTo(50);
    }

    @Test
    void othersAreNotHeldUp() {
        sources.limit(source.source().id(), 1, Actor.SYSTEM);
        send("a", 30);
        assertThat(send("b", 1).status()).isEqualTo(429);

        source = sources.create("Website", Set.of(Scope.WRITE), false, Actor.SYSTEM);

        assertThat(send("c", 30).status()).isEqualTo(200);
    }

    @Test
    void withoutALimitAnyNumberIsTaken() {
        sources.limit(source.source().id(), 1, Actor.SYSTEM);
        send("a", 30);
        sources.limit(source.source().id(), null, Actor.SYSTEM);

        assertThat(send("b", 30).status()).isEqualTo(200);
        assertThat(logged()).isEqualTo(60);
    }
}
