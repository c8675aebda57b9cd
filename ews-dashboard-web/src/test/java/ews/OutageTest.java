package ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.dashboard.security.SignedInMember;
import ews.domain.audit.Actor;
import ews.domain.member.Role;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import ews.testing.RestartableDatabase;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application over HTTP, while its PostgreSQL is stopped and after it was started again. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "db-scheduler.enabled=false",
            "ews.scoring.background=false",
            "spring.datasource.hikari.connection-timeout=500"
        })
@DirtiesContext
class OutageTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final RestartableDatabase DATABASE = new RestartableDatabase();

    @Autowired
    private SignedInMember members;

    @Autowired
    private Sources sources;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private String key = "";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", DATABASE::url);
        properties.add("spring.datasource.username", DATABASE::user);
        properties.add("spring.datasource.password", DATABASE::password);
    }

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    @BeforeEach
    void aSource() {
        jdbc.sql("delete from source").update();
        jdbc.sql("delete from event").update();
        key = sources.create("Product", EnumSet.allOf(Scope.class), false, Actor.SYSTEM)
                .key();
    }

    @AfterEach
    void start() {
        DATABASE.start();
        await().atMost(SOON).ignoreExceptions().until(() -> events() >= 0);
    }

    @Test
    void aSenderIsToldToComeAgainAndNothingIsLostOrCountedTwice() {
        assertThat(post("e1").statusCode()).isEqualTo(200);

        DATABASE.stop();

        assertAway(post("e2"));

        DATABASE.start();
        await().atMost(SOON).until(() -> post("e2").statusCode() == 200);
        assertThat(post("e2").body()).contains("\"accepted\":0,\"duplicates\":1");
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void aKeyThatCannotBeLookedUpIsNotRefused() {
        DATABASE.stop();

        assertAway(post("e1"));
    }

    @Test
    void theReadApiSaysWhenToComeAgain() {
        DATABASE.stop();

        assertAway(send(request("/v1/accounts").header("Authorization", "Bearer " + key)));
        assertAway(send(request("/v1/alerts").header("Authorization", "Bearer " + key)));

        DATABASE.start();
        await().atMost(SOON)
                .until(() -> send(request("/v1/accounts").header("Authorization", "Bearer " + key))
                                .statusCode()
                        == 200);
    }

    @Test
    void pagesSayThatTheDatabaseDoesNotAnswer() {
        signIn();
        assertThat(page("/accounts").statusCode()).isEqualTo(200);

        DATABASE.stop();

        for (String path : new String[] {"/accounts", "/setup/sources"}) {
            HttpResponse<String> answer = page(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.body()).contains("The database does not answer.", "Nothing was changed.");
        }

        DATABASE.start();
        await().atMost(SOON).until(() -> page("/accounts").statusCode() == 200);
    }

    @Test
    void nobodyIsToldThatTheirPasswordIsWrong() {
        members.with(Role.ADMIN);
        HttpResponse<String> form = page("/sign-in");

        DATABASE.stop();

        HttpResponse<String> answer = submit(form);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("The database does not answer.");
    }

    private static void assertAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("The database does not answer");
    }

    private long events() {
        return jdbc.sql("select count(*) from event").query(Long.class).single();
    }

    private HttpResponse<String> post(String id) {
        return send(request("/v1/events")
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString("""
                        {"events":[{"type":"usage","id":"%s","time":"2026-01-20T10:00:00Z","account":"acme","user":"u17",
                                    "name":"report.exported"}]}
                        """.formatted(id))));
    }

    private void signIn() {
        members.with(Role.ADMIN);
        assertThat(submit(page("/sign-in")).headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).doesNotContain("sign-in"));
    }

    private HttpResponse<String> submit(HttpResponse<String> form) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form.body());
        assertThat(token.find()).isTrue();
        return send(request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString("email=%s&password=%s&_csrf=%s"
                        .formatted(
                                encoded("admin@example.com"),
                                encoded(SignedInMember.PASSWORD),
                                encoded(token.group(1))))));
    }

    private HttpResponse<String> page(String path) {
        return send(request(path).header("Accept", "text/html"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
