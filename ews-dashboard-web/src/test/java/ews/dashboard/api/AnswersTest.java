package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.dashboard.setup.profile.PlantedPast;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.sensors.source.Scope;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers are as the description says. */
class AnswersTest extends OpenApi {

    @Autowired
    private Profiles profiles;

    @Autowired
    private Segments segments;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/accounts",
                "/v1/accounts?asOf=2026-01-02",
                "/v1/accounts/acme/health",
                "/v1/health?account=acme&explain=true&since=2026-01-02",
                "/v1/alerts",
                "/v1/alerts/4711",
                "/v1/tasks",
                "/v1/watch-lists",
                "/v1/watch-lists/watch/entries",
                "/v1/reviews",
                "/v1/reviews/4712",
                "/v1/tasks/4714",
                "/v1/tasks/4714/later?dueOn=2026-12-20",
                "/v1/plays",
                "/v1/plays/win-back",
                "/v1/plays/win-back/versions",
                "/v1/runs",
                "/v1/runs/4713",
                "/v1/touchpoints",
                "/v1/check-ins",
                "/v1/check-ins/due",
                "/v1/get-well-plans",
                "/v1/get-well-plans/4715",
                "/v1/segments",
                "/v1/segments/smb",
                "/v1/segments/smb/profile",
                "/v1/segments/smb/profile/versions",
                "/v1/rules",
                "/v1/rules/renewal",
                "/v1/rules/renewal/versions",
                "/v1/rules/renewal/matching",
                "/v1/templates",
                "/v1/templates/leaving",
                "/v1/templates/leaving/versions",
                "/v1/configuration"
            })
    void answersAsDescribed(String address) {
        String path = address.replaceFirst("\\?.*", "")
                .replace("/acme", "/{account}")
                .replace("/smb", "/{segment}")
                .replace("/renewal", "/{rule}")
                .replace("/leaving", "/{template}")
                .replace("/4711", "/{alert}")
                .replace("/watch/", "/{list}/")
                .replace("/win-back", "/{play}")
                .replace("/4712", "/{review}")
                .replace("/4714", "/{task}")
                .replace("/4713", "/{run}")
                .replace("/4715", "/{plan}");
        Answer answer = get(address);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(problems(path, "get", answer)).isEmpty();
    }

    @Test
    void problemsAreAsDescribed() {
        Answer answer = get("/v1/accounts?colour=red");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(validate("Problem", answer.body())).isEmpty();
    }

    @Test
    void whatAPreviewFindsIsAsDescribed() {
        String draft = document.at(
                        "/paths/~1v1~1segments~1{segment}~1profile~1draft/put/requestBody/content/application~1json/example")
                .toString();
        Answer saved = ask("PUT", "/v1/segments/smb/profile/draft", Scope.CONFIGURE, draft);
        String address = ask("POST", "/v1/segments/smb/profile/draft/preview", Scope.CONFIGURE, "")
                .response()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get(address).body().path("state").asString().equals("done"));

        assertThat(validate("Draft", saved.body())).isEmpty();
        assertThat(get(address).body().path("impact").isObject()).isTrue();
        assertThat(validate("Preview", get(address).body())).isEmpty();
    }

    @Test
    void whatPastCancellationsSayIsAsDescribed() {
        new PlantedPast(jdbc, profiles, days)
                .plant(segments.withKey("smb").orElseThrow().id(), 8);
        String address = ask("POST", "/v1/segments/smb/profile/suggestions", Scope.CONFIGURE, "")
                .response()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get(address).body().path("state").asString().equals("done"));

        assertThat(get(address).body().at("/finding/kind").asString()).isEqualTo("too_few");
        assertThat(validate("Suggestion", get(address).body())).isEmpty();
    }

    @Test
    void whatADryRunFindsIsAsDescribed() {
        Answer begun = ask("POST", "/v1/rules/poor-health/dry-runs", Scope.READ, "");
        String address = begun.response().headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get(address).body().path("state").asString().equals("done"));

        assertThat(begun.status()).isEqualTo(202);
        assertThat(get(address).body().path("findings").isObject()).isTrue();
        assertThat(validate("DryRun", get(address).body())).isEmpty();
    }
}
