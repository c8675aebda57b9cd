package ews.sensors.http;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.sensors.source.NewKey;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EventsControllerTest {

    private static final String USAGE = """
            {"type":"usage","id":"e1","time":"2026-01-20T10:00:00Z","account":"acme","user":"u17","name":"report.exported"}
            """;

    @Autowired
    private Sources sources;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private NewKey source;
    private Client client;

    @BeforeEach
    void connectASource() {
        TestDatabase.clear();
        source = sources.create("Product", EnumSet.allOf(Scope.class), false, Actor.SYSTEM);
        client = new Client(port, source.key());
    }

    @Test
    void givesAReceiptWithCountsAndReasons() {
        var answer = client.post(batch(USAGE, USAGE, """
                {"type":"subscription","id":"e4","time":"2026-01-20T10:00:00Z","account":"acme","status":"paused"}
                """).replace("{\"events\"", "{\"batchId\":\"b1\",\"events\""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body())
                .isEqualTo(
                        "{\"batchId\":\"b1\",\"received\":3,\"accepted\":1,\"duplicates\":1,\"rejected\":[{\"index\":2,"
                                + "\"messageId\":\"e4\",\"code\":\"unknown_status\",\"detail\":\"status must be trial, active or"
                                + " cancelled; got \\\"paused\\\"\"}]}");
    }

    @Test
    void isCommittedWhenItAnswers() {
        client.post(batch(USAGE));

        assertThat(jdbc.sql("select count(*) from event").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void takesEveryTypeOfEvent() {
        var answer = client.post("""
                {"batchId":"optional","events":[
                 {"type":"usage","id":"e1","time":"2026-01-20T10:00:00Z","account":"acme","user":"u17","name":"report.exported","quantity":1,"properties":{}},
                 {"type":"support","id":"e2","time":"2026-01-20T10:00:00Z","account":"acme","ticket":"Z-1","status":"open","priority":"low","slaBreached":false,"subject":"Help"},
                 {"type":"invoice","id":"e3","time":"2026-01-20T10:00:00Z","account":"acme","invoice":"in_1","status":"payment_failed","amount":1200.00,"currency":"USD","dueDate":"2026-12-01"},
                 {"type":"subscription","id":"e4","time":"2026-01-20T10:00:00Z","account":"acme","status":"trial","plan":"enterprise","seats":50,"value":24000,"currency":"USD","renewalDate":"2027-03-01"},
                 {"type":"feedback","id":"e5","time":"2026-01-20T10:00:00Z","account":"acme","user":"u17","kind":"nps","score":9,"comment":"Nice"},
                 {"type":"outcome","id":"e6","time":"2026-01-20T10:00:00Z","account":"acme","goal":"reports automated","value":40,"target":100},
                 {"type":"account","account":"acme","attributes":{"name":"Acme","stage":"onboarding","plan":"enterprise","csm":"csm@example.com","product":"Core"}},
                 {"type":"user","account":"acme","user":"u17","attributes":{"name":"Ada","email":"ada@example.com"}}]}
                """);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("accepted").asInt()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/events/", "//v1/events", "/v1//events//"})
    void acceptsDoubledAndTrailingSlashes(String path) {
        assertThat(client.post(path, bytes(batch(USAGE)), "application/json").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "nonsense"})
    void treatsAnyContentTypeAsJson(String contentType) {
        assertThat(client.post("/v1/events", bytes(batch(USAGE)), contentType).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded"})
    void recognisesGzipByItself(String contentType) {
        assertThat(client.post("/v1/events", Client.gzip(bytes(batch(USAGE))), contentType)
                        .json()
                        .get("accepted")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void refusesAnUnknownKeyAndSaysHowToSendOne() {
        for (Client stranger : new Client[] {new Client(port, "ews_wrong"), new Client(port, null)}) {
            var answer = stranger.post(batch(USAGE));

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertProblem(answer);
        }
    }

    @Test
    void refusesARevokedKeyAtTheNextRequest() {
        client.post(batch(USAGE));
        sources.revoke(source.source().id(), Actor.SYSTEM);

        assertThat(client.post(batch(USAGE)).status()).isEqualTo(401);
    }

    /** As another instance does it, while this one still remembers the key. */
    @ParameterizedTest
    @ValueSource(strings = {USAGE, "{}"})
    void refusesTheKeyOfASourceThatIsGone(String event) {
        client.post(batch());
        jdbc.sql("delete from source").update();

        var answer = client.post(batch(event));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertProblem(answer);
        assertThat(jdbc.sql("select count(*) from event").query(Integer.class).single())
                .isZero();
    }

    @Test
    void refusesAKeyThatMayOnlyRead() {
        NewKey reader = sources.create("Reader", Set.of(Scope.READ), false, Actor.SYSTEM);

        var answer = new Client(port, reader.key()).post(batch(USAGE));

        assertThat(answer.status()).isEqualTo(403);
        assertProblem(answer);
    }

    @Test
    void saysWhereTheJsonIsMalformed() {
        var answer = client.post("{\"events\":[\n  {\"type\" \"usage\"}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asString()).contains("line 2, column");
        assertProblem(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "null", "{}", "{\"events\":{}}", "{\"events\":[]}]", "{\"events\":[{}", "nonsense"})
    void refusesABodyThatIsNoBatch(String body) {
        var answer = client.post(body);

        assertThat(answer.status()).isEqualTo(400);
        assertProblem(answer);
    }

    @Test
    void refusesBrokenGzip() {
        byte[] gzip = Client.gzip(bytes(batch(USAGE)));

        var answer = client.post("/v1/events", java.util.Arrays.copyOf(gzip, gzip.length - 12), "application/json");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var answer = client.post(" ".repeat(Bodies.LARGEST + 1));

        assertThat(answer.status()).isEqualTo(413);
        assertProblem(answer);
    }

    @Test
    void refusesABodyThatInflatesToTooMuch() {
        var answer = client.post("/v1/events", Client.gzip(new byte[20 * Bodies.LARGEST]), "application/json");

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void refusesTooManyEvents() {
        String events = IntStream.range(0, 10_001).mapToObj(_ -> "{}").collect(Collectors.joining(","));

        assertThat(client.post("{\"events\":[" + events + "]}").status()).isEqualTo(413);
    }

    @Test
    void answersOtherMethodsWithAProblem() {
        var answer = client.get("/v1/events");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
        assertProblem(answer);
    }

    @Test
    void neverFailsOnMalformedBodies() {
        var random = new Random(20260120);
        byte[] good = bytes(batch(USAGE, USAGE.replace("e1", "é\\u0000\uD83D\uDE00"), USAGE.replace("acme", "")));
        for (int i = 0; i < 5_000; i++) {
            byte[] body = Mangled.of(good, random);

            int status = client.post("/v1/events", body, "application/json").status();

            assertThat(status)
                    .describedAs(() -> new String(body, StandardCharsets.UTF_8))
                    .isIn(200, 400, 413);
        }
    }

    private static void assertProblem(Client.Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.json().get("detail").asString()).isNotBlank();
    }

    private static String batch(String... events) {
        return "{\"events\":[" + String.join(",", events) + "]}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
