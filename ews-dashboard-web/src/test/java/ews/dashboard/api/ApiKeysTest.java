package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest extends ApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v1/accounts", "/v1/accounts/acme/health", "/v1/alerts", "/v1/tasks"})
    void needsAKey(String path) {
        Answer answer = get(path, null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.response().headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ews_unknown", "Bearer ", "Bearer", "Basic ZXdz", "ews_unknown"})
    void refusesWhatIsNotAKeyOfOurs(String authorization) {
        assertThat(get("/v1/accounts", authorization).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/accounts", "/v1/accounts/acme/health", "/v1/alerts", "/v1/tasks"})
    void refusesAKeyThatMayOnlySendEvents(String path) {
        Answer answer = get(path, "Bearer " + keyThatMay(Scope.WRITE));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.detail()).contains("scope \"read\"");
    }

    @Test
    void refusesARevokedKey() {
        String path = "/v1/accounts";
        String key = keyThatMay(Scope.READ, Scope.WRITE);
        assertThat(get(path, "Bearer " + key).status()).isEqualTo(200);

        sources.all().stream().map(Source::id).forEach(id -> sources.revoke(id, Actor.SYSTEM));

        assertThat(get(path, "Bearer " + key).status()).isEqualTo(401);
    }
}
