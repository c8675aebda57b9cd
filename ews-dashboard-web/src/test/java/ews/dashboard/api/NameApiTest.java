package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.audit.Actor;
import ews.sensors.source.Scope;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What events count as, set by a pipeline. */
class NameApiTest extends ApiTest {

    private static final String NAMES = "/v1/sources/Product/names";

    @BeforeEach
    void aSourceThatHasSentSomething() {
        String key = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .key();
        post("/v1/events", "Bearer " + key, """
                {"events": [{"type": "usage", "id": "e1", "time": "%sT10:00:00Z", "account": "acme", "name": "Signed In"}]}
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC).minusDays(3)));
    }

    @Test
    void aRuleIsSetReadAndRemoved() {
        assertThat(get(NAMES).each("name")).containsExactly("Signed In");

        Answer set = ask("PUT", NAMES, Scope.CONFIGURE, "{\"pattern\": \"Signed In\", \"countsAs\": \"login\"}");

        assertThat(set.status()).as(set.detail()).isEqualTo(200);
        assertThat(set.body().at("/items/0/rule/countsAs").asString()).isEqualTo("login");
        assertThat(set.body().path("changes").asInt()).isEqualTo(1);
        assertThat(ask("POST", NAMES + "/replay", Scope.CONFIGURE, "").status()).isEqualTo(202);
        awaitReplay();
        assertThat(jdbc.sql("select f.name from account_feature a join feature f on f.id = a.feature_id")
                        .query((row, _) -> row.getString(1))
                        .list())
                .containsExactly("login");
        assertThat(ask("DELETE", NAMES + "?pattern=Signed%20In", Scope.CONFIGURE, "")
                        .status())
                .isEqualTo(204);
        assertThat(ask("DELETE", NAMES + "?pattern=Signed%20In", Scope.CONFIGURE, "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        assertThat(ask("PUT", NAMES, Scope.CONFIGURE, "{\"pattern\": \"x\", \"countsAs\": \"what\"}")
                        .detail())
                .contains("feature, login, outcome or ignored");
        assertThat(ask("PUT", NAMES, Scope.CONFIGURE, "{\"pattern\": \"x\", \"countsAs\": \"outcome\"}")
                        .detail())
                .contains("goal");
        assertThat(get("/v1/sources/Nobody/names").status()).isEqualTo(404);
        assertThat(ask("PUT", NAMES, Scope.WRITE, "{}").status()).isEqualTo(403);
    }

    private void awaitReplay() {
        for (int i = 0; i < 300 && get(NAMES).body().path("replaying").asBoolean(); i++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        assertThat(get(NAMES).body().path("changes").asInt()).isZero();
    }
}
