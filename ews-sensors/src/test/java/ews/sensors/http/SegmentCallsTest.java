package ews.sensors.http;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.sensors.source.NewKey;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SegmentCallsTest {

    private static final String TRACK = """
            {"type":"track","messageId":"m1","userId":"u1","event":"Report","context":{"groupId":"acme"},"timestamp":"2026-01-20T10:00:00Z"}
            """;

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

    @ParameterizedTest
    @ValueSource(strings = {"/v1/batch", "/v1/import/", "//v1/import/", "/v1/b"})
    void takesBatchesWhereClientsSendThem(String path) {
        var answer = client().post(path, bytes("{\"batch\":[" + TRACK + "]}"), "application/json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(features()).containsExactly("acme Report");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/track", "/v1/t", "/v1/t/"})
    void takesSingleCallsWhereverTheirTypeStands(String path) {
        var answer = client().post(path, bytes(TRACK.replace("\"type\":\"track\",", "")), "text/plain");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(features()).containsExactly("acme Report");
        assertThat(jdbc.sql("select body from event")
                        .query((row, _) -> row.getString("body"))
                        .single())
                .as("what is kept says its type")
                .contains("\"type\":\"track\"");
    }

    @Test
    void oneBadCallTakesNoOtherWithIt() {
        var answer = client().post(
                        "/v1/batch",
                        bytes(
                                "{\"batch\":[%s,{\"type\":\"track\",\"messageId\":\"m2\",\"userId\":\"u1\"},7,{\"type\":\"dance\"}]}"
                                        .formatted(TRACK)),
                        "application/json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.json().path("rejected").values())
                .extracting(it ->
                        it.path("index").asInt() + " " + it.path("messageId").asString("none") + " "
                                + it.path("code").asString())
                .containsExactly("1 m2 missing_event", "2 none not_an_object", "3 none unknown_type");
        assertThat(jdbc.sql("select count(*) from reject").query(Integer.class).single())
                .isEqualTo(3);
    }

    @Test
    void takesTheKeyFromTheBodyOrAsTheUserOfBasicAuthentication() {
        String body = "{\"batch\":[%s],\"writeKey\":\"%s\"}".formatted(TRACK, source.key());

        assertThat(new Client(port, null)
                        .post("/v1/batch", bytes(body), "application/json")
                        .status())
                .isEqualTo(200);
        assertThat(new Client(port, null)
                        .post("/v1/batch", bytes(body.replace(source.key(), "ews_wrong")), "application/json")
                        .status())
                .isEqualTo(401);
        assertThat(new Client(port, null)
                        .post("/v1/batch", bytes("{\"batch\":[]}"), "application/json")
                        .json()
                        .path("detail")
                        .asString())
                .contains("write key");
    }

    @Test
    void aKeyThatMayNotWriteIsRefused() {
        String key = sources.create("Reports", Set.of(Scope.READ), false, Actor.SYSTEM)
                .key();

        assertThat(new Client(port, key)
                        .post("/v1/batch", bytes("{\"batch\":[]}"), "application/json")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void answersBrowsersOfAnySiteBeforeTheySend() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/t"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, content-type, x-retry-count")
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("https://app.example.com");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("authorization", "content-type", "x-retry-count");
    }

    @Test
    void saysToBrowsersWhatTheySent() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/t"))
                .POST(HttpRequest.BodyPublishers.ofString(TRACK))
                .header("Origin", "https://app.example.com")
                .header("Authorization", "Bearer " + source.key())
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void whatStandsForTheWholeBatchCountsForEachCall() {
        client().post("/v1/batch", bytes("""
                                {"context":{"groupId":"acme"},"batch":[
                                  {"type":"track","userId":"u1","event":"Report","timestamp":"2026-01-20T10:00:00Z"},
                                  {"type":"track","userId":"u1","event":"Export","context":{"groupId":"zephyr"},"timestamp":"2026-01-20T10:00:00Z"}]}
                                """), "application/json");

        assertThat(features()).containsExactly("acme Report", "zephyr Export");
    }

    @Test
    void theClockOfABrowserIsCorrectedAndARepetitionStaysOne() {
        // By its clock, which is a day slow, it happened an hour before it was sent.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant slow = now.minus(1, ChronoUnit.DAYS);
        String call = """
                {"batch":[{"type":"track","messageId":"m1","userId":"u1","event":"Report","timestamp":"%s",
                  "context":{"groupId":"acme","library":{"name":"analytics.js"}}}],"sentAt":"%s"}
                """;

        client().post("/v1/b", bytes(call.formatted(slow.minus(1, ChronoUnit.HOURS), slow)), "text/plain");
        var again = client().post(
                        "/v1/b",
                        bytes(call.formatted(slow.minus(1, ChronoUnit.HOURS), slow.plusSeconds(9))),
                        "text/plain");

        assertThat(again.json().path("duplicates").asInt()).isEqualTo(1);
        assertThat(jdbc.sql("select occurred_at from event")
                        .query((row, _) -> row.getObject("occurred_at", OffsetDateTime.class)
                                .toInstant())
                        .single())
                .isBetween(now.minus(61, ChronoUnit.MINUTES), now.minus(59, ChronoUnit.MINUTES));
    }

    @Test
    void theClockOfAServerIsTaken() {
        client().post("/v1/batch", bytes("""
                                {"batch":[{"type":"track","userId":"u1","event":"Report","timestamp":"2026-01-20T10:00:00Z",
                                  "context":{"groupId":"acme","library":{"name":"analytics-java"}}}],"sentAt":"2026-01-21T10:00:00Z"}
                                """), "application/json");

        assertThat(jdbc.sql("select occurred_at = '2026-01-20T10:00:00Z' from event")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whatIsNoJsonIsRefusedAsAWhole() {
        var answer = client().post("/v1/batch", bytes("{\"batch\":[" + TRACK), "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).contains("not valid JSON");
        assertThat(features()).isEmpty();
    }

    private Client client() {
        return new Client(port, source.key());
    }

    private List<String> features() {
        return jdbc.sql("""
                        select a.key || ' ' || f.name line from event e join account a on a.id = e.account_id
                        join feature f on f.id = e.feature_id order by 1
                        """).query((row, _) -> row.getString("line")).list();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
