package ews.sensors.http;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.sensors.Sent;
import ews.sensors.source.NewKey;
import ews.sensors.source.Scope;
import ews.sensors.source.SourceLimits;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

    private void limit(@Nullable Integer events, @Nullable Integer body, @Nullable Integer event) {
        sources.limit(source.source().id(), new SourceLimits(events, body, event), Actor.SYSTEM);
    }

    private int logged() {
        return jdbc.sql("select count(*) from event").query(Integer.class).single();
    }

    @Test
    void whoSendsTooFastIsToldWhenToComeAgainAndLosesNothing() {
        limit(2, null, null);

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
    void aRequestThatIsTooLargeForItsSourceIsRefusedAsAWhole() {
        limit(null, 2, null);

        assertThat(send("a", 10).status()).isEqualTo(200);
        Client.Answer refused = send("b", 30);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().path("detail").asString()).contains("A request of Product may have at most 2 KB");
        assertThat(logged()).isEqualTo(10);
    }

    @Test
    void anEventThatIsTooLargeForItsSourceIsRejectedAlone() {
        limit(null, null, 1);
        String large = Sent.usage("b", "2026-01-20T10:00:00Z", "acme", "u1", "Report")
                .replace("}", ",'more':'" + "x".repeat(1_000) + "'}");
        String events = String.join(",", large, Sent.usage("c", "2026-01-20T10:00:00Z", "acme", "u1", "Report"));

        Client.Answer answer = new Client(port, source.key()).post(("{'events':[" + events + "]}").replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/rejected/0/code").asString()).isEqualTo("event_too_large");
        assertThat(answer.json().at("/rejected/0/index").asInt()).isZero();
        assertThat(jdbc.sql("select body like '%xxx%' from reject")
                        .query((row, _) -> row.getBoolean(1))
                        .list())
                .containsExactly(true);
    }

    @Test
    void othersAreNotHeldUp() {
        limit(1, null, null);
        send("a", 30);
        assertThat(send("b", 1).status()).isEqualTo(429);

        source = sources.create("Website", Set.of(Scope.WRITE), false, Actor.SYSTEM);

        assertThat(send("c", 30).status()).isEqualTo(200);
    }

    @Test
    void withoutALimitAnyNumberIsTaken() {
        limit(1, null, null);
        send("a", 30);
        limit(null, null, null);

        assertThat(send("b", 30).status()).isEqualTo(200);
        assertThat(logged()).isEqualTo(60);
    }
}
