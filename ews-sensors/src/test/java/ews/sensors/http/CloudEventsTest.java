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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CloudEventsTest {

    private static final String EXPORTED = """
            {"specversion":"1.0","id":"c1","source":"/reports","type":"report.exported","time":"2026-01-20T10:00:00Z","account":"acme","user":"u17"}""";

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

    @Test
    void oneWithItsEnvelopeIsUsageOfItsType() {
        var answer = post(EXPORTED, "application/cloudevents+json; charset=utf-8");

        assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(log()).containsExactly("usage acme u17 report.exported");
    }

    @Test
    void aListIsTakenEachByItself() {
        String ticket = """
                {"specversion":"1.0","id":"c2","source":"/desk","type":"ews.support","time":"2026-01-20T11:00:00Z",
                 "subject":"acme","data":{"ticket":"T-1","status":"open"}}""";
        String nameless = EXPORTED.replace("\"id\":\"c1\",", "");
        String old = EXPORTED.replace("1.0", "0.3");
        String homeless = EXPORTED.replace("\"account\":\"acme\",", "").replace("c1", "c3");

        var answer = post(
                "[%s,%s,%s,%s,%s,7]".formatted(nameless, EXPORTED, old, homeless, ticket),
                "application/cloudevents-batch+json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(log()).containsExactly("usage acme u17 report.exported", "support acme - -");
        assertThat(answer.json().path("rejected").values())
                .extracting(
                        it -> it.path("index").asInt() + " " + it.path("code").asString())
                .containsExactly("0 missing_id", "2 unknown_specversion", "3 missing_account", "5 not_an_object");
    }

    @Test
    void oneWithItsAttributesInHeadersIsTheSame() throws Exception {
        var request = request()
                .header("Content-Type", "application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "c1")
                .header("ce-source", "/reports")
                .header("ce-type", "report.exported")
                .header("ce-time", "2026-01-20T10:00:00Z")
                .header("ce-subject", "caf%C3%A9 + bar")
                .POST(HttpRequest.BodyPublishers.ofString("{\"user\":\"u17\"}"))
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(log()).containsExactly("usage café + bar u17 report.exported");
    }

    @Test
    void isKnownByItsSourceAndId() {
        post(EXPORTED, "application/cloudevents+json");

        var again = post(EXPORTED, "application/cloudevents+json");
        var ofAnother = post(EXPORTED.replace("/reports", "/mobile"), "application/cloudevents+json");

        assertThat(again.json().path("duplicates").asInt()).isEqualTo(1);
        assertThat(ofAnother.json().path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void anUnknownFormIsRefusedWithTheFormsThatThereAre() {
        var answer = post(EXPORTED, "application/json");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().path("detail").asString()).contains("application/cloudevents-batch+json");
    }

    @Test
    void shakesHandsWithWhoAsks() throws Exception {
        var request = request()
                .header("WebHook-Request-Origin", "eventemitter.example.com")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("WebHook-Allowed-Origin")).contains("eventemitter.example.com");
        assertThat(answer.headers().firstValue("WebHook-Allowed-Rate")).contains("*");
    }

    private Client.Answer post(String body, String type) {
        return new Client(port, source.key()).post("/v1/cloudevents", body.getBytes(StandardCharsets.UTF_8), type);
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/cloudevents"))
                .header("Authorization", "Bearer " + source.key());
    }

    private List<String> log() {
        return jdbc.sql("""
                        select concat_ws(' ', e.type, a.key, coalesce(u.key, '-'), coalesce(f.name, '-')) line
                        from event e join account a on a.id = e.account_id
                        left join account_user u on u.account_id = e.account_id and u.id = e.user_id
                        left join feature f on f.id = e.feature_id order by e.occurred_at
                        """).query((row, _) -> row.getString("line")).list();
    }
}
