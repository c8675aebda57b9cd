package ews.dashboard.api;

import ews.domain.audit.Actor;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import ews.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the API over HTTP, with the key of a source that may read. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "ews.scoring.background=false")
abstract class ApiTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Sources sources;

    @Autowired
    private JsonMapper json;

    private String key = "";

    private final Map<Scope, String> keys = new EnumMap<>(Scope.class);

    /** An answer of the API; the body is JSON, problems too. */
    record Answer(int status, HttpResponse<String> response, JsonNode body) {

        String contentType() {
            return response.headers().firstValue("Content-Type").orElse("");
        }

        String detail() {
            return body.path("detail").asString();
        }

        /** The field of each item of a list. */
        List<String> each(String field) {
            return StreamSupport.stream(body.path("items").spliterator(), false)
                    .map(item -> item.path(field).asString())
                    .toList();
        }
    }

    @BeforeEach
    void emptyDatabaseWithAReadKey() {
        TestDatabase.clear();
        key = keyWith(Scope.READ);
    }

    protected String keyThatMay(Scope... scopes) {
        return sources.create("source that may " + Arrays.toString(scopes), Set.of(scopes), false, Actor.SYSTEM)
                .key();
    }

    protected Answer get(String path) {
        return get(path, "Bearer " + key);
    }

    protected Answer get(String path, @Nullable String authorization) {
        return send(path, authorization, HttpRequest.newBuilder().GET());
    }

    protected Answer post(String path, String authorization, String body) {
        return send(
                path,
                authorization,
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json"));
    }

    /** @param headers names and values by turns */
    protected Answer ask(String method, String path, Scope scope, String body, String... headers) {
        var request = HttpRequest.newBuilder().method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(path, "Bearer " + keyWith(scope), request);
    }

    /** The same key for the whole test. */
    protected String keyWith(Scope scope) {
        return keys.computeIfAbsent(scope, this::keyThatMay);
    }

    private Answer send(String path, @Nullable String authorization, HttpRequest.Builder request) {
        request.uri(URI.create("http://localhost:" + port + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean isJson =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(response.statusCode(), response, json.readTree(isJson ? response.body() : "{}"));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("The server did not answer", e);
        }
    }

    /** Returns the account's id. */
    protected long account(String key, String name) {
        return jdbc.sql("""
                        insert into account (key, name, first_seen_on) values (:key, :name, '2026-01-01') returning id
                        """)
                .param("key", key)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    protected void scored(long account, String segment, String band, int score) {
        jdbc.sql("""
                        insert into account_health (account_id, day, score, band, segment_id, profile_version_id, trend,
                                                    change_7, change_30, computed_at)
                        select :account, '2026-11-01', :score, :band, s.id, 1, '{}', -3, 5, now()
                        from segment s where s.key = :segment
                        """)
                .param("account", account)
                .param("segment", segment)
                .param("band", band)
                .param("score", score)
                .update();
    }

    protected long member(String email) {
        return jdbc.sql("""
                        insert into member (email, name, role, created_at) values (:email, 'Somebody', 'csm', now())
                        returning id
                        """).param("email", email).query(Long.class).single();
    }
}
