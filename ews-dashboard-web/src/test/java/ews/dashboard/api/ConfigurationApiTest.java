package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.detection.profile.Profiles;
import ews.sensors.source.Scope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ConfigurationApiTest extends ConfigurationOverApi {

    @Autowired
    private Profiles profiles;

    @Test
    void whatIsExportedChangesNothingWhenItIsApplied() {
        int versions = profiles.all().size();

        Answer applied = configure("PUT", "/v1/configuration", yaml());

        assertThat(applied.status()).isEqualTo(200);
        assertThat(applied.body().path("changes")).isEmpty();
        assertThat(profiles.all()).hasSize(versions);
    }

    @Test
    void isJsonUnlessYamlIsAskedFor() {
        Answer json = get("/v1/configuration");

        assertThat(json.contentType()).startsWith("application/json");
        assertThat(json.body().path("segments")).hasSize(before.segments().size());
        assertThat(ask("GET", "/v1/configuration", Scope.READ, "", "Accept", ";;")
                        .status())
                .isLessThan(500);
        assertThat(yaml()).startsWith("# EWS").contains("\nsegments:\n  - key: free_trial\n");
        assertThat(configure("PUT", "/v1/configuration", json.response().body())
                        .body()
                        .path("changes"))
                .isEmpty();
    }

    @Test
    void plansWithAKeyThatMayReadAndPreviewsIt() {
        String wanted = yaml().replaceFirst("goodFrom: 70", "goodFrom: 71");

        JsonNode plan =
                ask("POST", "/v1/configuration/plan", Scope.READ, wanted).body();

        assertThat(plan.at("/changes/0/kind").asString()).isEqualTo("changed");
        assertThat(plan.at("/changes/0/details/0").asString()).isEqualTo("Good from 71, it was 70");
        String preview = plan.path("preview").asString();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get(preview).body().path("state").asString().equals("done"));
        assertThat(get(preview).body().at("/impact/moved").asInt()).isZero();
        assertThat(configurations.now().configuration()).isEqualTo(before);
    }

    @Test
    void appliesExactlyThePlannedChangeOnce() {
        String wanted = yaml().replaceFirst("goodFrom: 70", "goodFrom: 71");
        String revision = ask("POST", "/v1/configuration/plan", Scope.READ, wanted)
                .body()
                .path("revision")
                .asString();
        String tag = "\"" + revision + "\"";

        Answer applied = configure("PUT", "/v1/configuration?reason=Stricter", wanted, "If-Match", tag);

        assertThat(applied.status()).as(applied.detail()).isEqualTo(200);
        assertThat(applied.body().path("changes")).hasSize(1);
        assertThat(yaml()).isEqualTo(wanted);
        assertThat(profiles.current(segments.all().getFirst().id()).publishedBy())
                .isEqualTo("source that may [CONFIGURE]");
        assertThat(configure("PUT", "/v1/configuration?reason=Again", wanted, "If-Match", tag)
                        .status())
                .isEqualTo(412);
        assertThat(configure("PUT", "/v1/configuration", wanted).body().path("changes"))
                .isEmpty();
    }

    @Test
    void everythingComesBackByteForByteFromAnInstallationWithoutAny() {
        String exported = yaml();
        jdbc.sql("delete from rule").update();
        jdbc.sql("delete from play").update();
        jdbc.sql("delete from email_template").update();
        jdbc.sql("delete from segment").update();

        Answer applied = configure("PUT", "/v1/configuration?reason=From%20a%20file", exported);

        assertThat(applied.status()).as(applied.detail()).isEqualTo(200);
        assertThat(applied.body()
                        .path("changes")
                        .valueStream()
                        .map(it -> it.path("subject").asString()))
                .contains("segment", "template", "play", "rule");
        assertThat(yaml()).isEqualTo(exported);
    }

    @Test
    void namesThePlacesOfWhatIsWrongInAllParts() {
        Answer answer = ask(
                "POST",
                "/v1/configuration/plan",
                Scope.READ,
                yaml().replaceFirst("goodFrom: 70", "goodFrom: x")
                        .replaceFirst("unit: working_days", "unit: weeks")
                        .replaceFirst("subject: ", "betreff: "));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("problems").valueStream().map(JsonNode::asString))
                .contains(
                        "segments[0].profile.goodFrom: must be a whole number from 2 to 100",
                        "templates[0].betreff: there is no such field; use key, name, subject, text",
                        "plays[0].steps[0].due.unit: must be one of working_days, calendar_days");
    }

    @Test
    void wantsAReasonForAChange() {
        Answer answer = configure("PUT", "/v1/configuration", yaml().replaceFirst("goodFrom: 70", "goodFrom: 71"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo("Say in a few words why the configuration changes.");
    }

    @Test
    void namesEveryPlaceThatIsWrong() {
        Answer answer = ask(
                "POST",
                "/v1/configuration/plan",
                Scope.READ,
                yaml().replaceFirst("goodFrom: 70", "goodFrom: x").replaceFirst("weight: 40", "wait: 40"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("problems").valueStream().map(JsonNode::asString))
                .contains("segments[0].profile.goodFrom: must be a whole number from 2 to 100")
                .anyMatch(it -> it.startsWith("segments[0].profile.indicators[0].wait: there is no such field"));
    }

    @Test
    void aKeyThatMayReadChangesNothing() {
        for (String change : List.of(
                "PUT /v1/configuration",
                "PUT /v1/segments/smb",
                "DELETE /v1/segments/smb",
                "PUT /v1/segments/smb/profile",
                "PUT /v1/segments/smb/profile/draft",
                "POST /v1/segments/smb/profile/draft/preview",
                "POST /v1/accounts/acme/band")) {
            String[] words = change.split(" ", 2);
            Answer answer = ask(words[0], words[1], Scope.READ, "{}");
            assertThat(answer.status()).as(change).isEqualTo(403);
            assertThat(answer.detail()).contains("scope \"configure\"");
        }
    }

    @Test
    void saysHowToSendABodyThatCurlCallsAForm() {
        Answer answer =
                configure("PUT", "/v1/configuration", yaml(), "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.detail()).contains("application/yaml");
    }
}
