package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.dashboard.setup.configuration.StarterVersions;
import ews.detection.configuration.Configuration;
import ews.detection.configuration.Configurations;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import ews.sensors.source.Scope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ConfigurationApiTest extends ApiTest {

    private static final String PROFILE = """
            {"indicators":[{"group":"product_usage","metric":"active_users","days":28,"poorAt":2,"goodAt":20,"weight":100}],
             "goodFrom":70,"averageFrom":40,"leastKnown":30}""";

    @Autowired
    private Configurations configurations;

    @Autowired
    private Profiles profiles;

    @Autowired
    private Segments segments;

    @Autowired
    private OrganisationDays days;

    private Configuration before = new Configuration(List.of());

    @BeforeEach
    void remember() {
        before = configurations.now().configuration();
    }

    @AfterEach
    void putBack() {
        configurations.apply(before, null, "Put back", Actor.SYSTEM);
        jdbc.sql("delete from play where key = 'sponsor-left'").update();
        StarterVersions.forget(jdbc);
    }

    private String yaml() {
        return ask("GET", "/v1/configuration", Scope.READ, "", "Accept", "application/yaml")
                .response()
                .body();
    }

    private String etag(String path) {
        return get(path).response().headers().firstValue("ETag").orElseThrow();
    }

    private Answer configure(String method, String path, String body, String... headers) {
        return ask(method, path, Scope.CONFIGURE, body, headers);
    }

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
    void plansAndAppliesRulesWithoutAPreviewOfHealth() {
        String wanted = yaml().replaceFirst("percent: 20", "percent: 25");

        JsonNode plan =
                ask("POST", "/v1/configuration/plan", Scope.READ, wanted).body();
        Answer applied = configure("PUT", "/v1/configuration?reason=Fewer", wanted);

        assertThat(plan.at("/changes/0").toString())
                .isEqualTo("{\"kind\":\"changed\",\"subject\":\"rule\",\"key\":\"active-users-decline\","
                        + "\"name\":\"20 % decline in active users\",\"details\":[\"Percent 25, it was 20\"]}");
        assertThat(plan.path("preview").isNull()).isTrue();
        assertThat(applied.body().path("changes")).isEqualTo(plan.path("changes"));
        assertThat(get("/v1/rules/active-users-decline")
                        .body()
                        .at("/rule/when/percent")
                        .asInt())
                .isEqualTo(25);
        assertThat(yaml()).isEqualTo(wanted.replace("fell 20 % or more", "fell 25 % or more"));
    }

    @Test
    void leavesRulesAsTheyAreWhereTheDocumentHasNone() {
        String wanted = yaml().replaceFirst("(?s)\nrules:.*", "\n");

        assertThat(configure("PUT", "/v1/configuration", wanted).body().path("changes"))
                .isEmpty();
        assertThat(configurations.now().configuration()).isEqualTo(before);
    }

    @Test
    void switchesRulesOnForNewEntrantsOnly() {
        account("acme", "Acme");
        jdbc.sql("update account set first_seen_on = '2020-01-01'").update();
        String wanted = yaml().replace("\nrules:\n", """

                rules:
                  - {key: old, enabled: true, name: Old, nature: risk, when: {kind: threshold, metric: tenure, atLeast: 365}}
                """);
        assertThat(configure("PUT", "/v1/configuration?reason=New&accounts=some", wanted)
                        .detail())
                .startsWith("accounts must be all or new");

        Answer applied = configure("PUT", "/v1/configuration?reason=New&accounts=new", wanted);

        assertThat(applied.status()).as(applied.detail()).isEqualTo(200);
        assertThat(jdbc.sql("select excused from pending_condition")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
        jdbc.sql("delete from rule where key = 'old'").update();
    }

    @Test
    void refusesRulesThatSuggestPlaysThatAreNotThere() {
        Answer answer = ask(
                "POST",
                "/v1/configuration/plan",
                Scope.READ,
                yaml().replaceFirst("play: declining-usage", "play: nap"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).startsWith("rules[0].play: there is no play with the key \"nap\"; there are");
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
    void plansAndAppliesPlaysAndTemplatesInWords() {
        String wanted = yaml().replaceFirst("(?s)(plays:.*?enabled:) true", "$1 false")
                .replaceFirst("(?s)(templates:.*?subject: )[^\n]*", "$1Another subject");

        JsonNode plan =
                ask("POST", "/v1/configuration/plan", Scope.READ, wanted).body();
        Answer applied = configure("PUT", "/v1/configuration?reason=Calmer", wanted);

        assertThat(plan.at("/changes/0/subject").asString()).isEqualTo("template");
        assertThat(plan.at("/changes/0/details/0").asString()).startsWith("Subject “Another subject”, it was “");
        assertThat(plan.at("/changes/1").toString())
                .isEqualTo("{\"kind\":\"switched_off\",\"subject\":\"play\",\"key\":\"adopt-feature\","
                        + "\"name\":\"Adopt a new feature\","
                        + "\"details\":[\"Is switched off: nobody can start it, and its runs go on\"]}");
        assertThat(plan.path("preview").isNull()).isTrue();
        assertThat(applied.status()).as(applied.detail()).isEqualTo(200);
        assertThat(applied.body().path("changes")).isEqualTo(plan.path("changes"));
        assertThat(yaml()).isEqualTo(wanted);
        assertThat(get("/v1/plays/adopt-feature").body().path("enabled").asBoolean(true))
                .isFalse();
    }

    @Test
    void rulesSuggestPlaysOfTheSameDocument() {
        String wanted = yaml().replace("\nplays:\n", """

                plays:
                  - key: sponsor-left
                    enabled: true
                    name: Sponsor left
                    description: Whoever bought it is gone.
                    entry:
                      triggers:
                        - {type: segment, segment: gold}
                    steps:
                      - {type: start_play, play: sponsor-left}
                """)
                .replaceFirst("play: declining-usage\n", "play: sponsor-left\n")
                .replace("free_trial", "gold");

        Answer applied = configure("PUT", "/v1/configuration?reason=New", wanted);

        assertThat(applied.status()).as(applied.detail()).isEqualTo(200);
        assertThat(get("/v1/plays/sponsor-left").body().path("sentence").asString())
                .isEqualTo("It starts by itself when an account comes into the segment “gold”.");
    }

    @Test
    void leavesPlaysAndTemplatesAsTheyAreWhereTheDocumentHasNone() {
        String wanted = yaml().replaceFirst("(?s)\ntemplates:.*\nrules:", "\nrules:");

        assertThat(configure("PUT", "/v1/configuration", wanted).body().path("changes"))
                .isEmpty();
        assertThat(configurations.now().configuration()).isEqualTo(before);
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

    @Test
    void makesChangesMovesAndDeletesASegment() {
        String rule = "{\"name\":\"Gold\",\"conditions\":[{\"attribute\":\"plan\",\"is\":[\"gold\"]}]}";

        assertThat(configure("PUT", "/v1/segments/gold", rule).status()).isEqualTo(201);
        assertThat(get("/v1/segments/gold").body().path("position").asInt())
                .isEqualTo(before.segments().size());
        assertThat(get("/v1/segments/gold/profile").body().path("reason").asString())
                .startsWith("Copied from");
        Answer moved = configure("PUT", "/v1/segments/gold", rule.replace("{\"name\"", "{\"position\":1,\"name\""));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(get("/v1/segments").each("key").getFirst()).isEqualTo("gold");
        assertThat(configure("DELETE", "/v1/segments/gold", "", "If-Match", "\"old\"")
                        .status())
                .isEqualTo(412);
        assertThat(configure("DELETE", "/v1/segments/gold", "", "If-Match", etag("/v1/segments/gold"))
                        .status())
                .isEqualTo(204);
        assertThat(get("/v1/segments/gold").status()).isEqualTo(404);
        assertThat(configure("DELETE", "/v1/segments/established", "").status()).isEqualTo(400);
    }

    @Test
    void publishesAProfileUnlessSomebodyElseDid() {
        String body = "{\"reason\":\"Only users\",\"profile\":" + PROFILE + "}";
        String tag = etag("/v1/segments/smb/profile");

        Answer published = configure("PUT", "/v1/segments/smb/profile", body, "If-Match", tag);

        assertThat(published.status()).as(published.detail()).isEqualTo(200);
        assertThat(published.body().path("publishedBy").asString()).isEqualTo("source that may [CONFIGURE]");
        assertThat(configure("PUT", "/v1/segments/smb/profile", body, "If-Match", tag)
                        .status())
                .isEqualTo(412);
        assertThat(configure("PUT", "/v1/segments/smb/profile", body).body().path("version"))
                .isEqualTo(published.body().path("version"));
        assertThat(get("/v1/segments/smb/profile/versions").body().at("/items/0/changes"))
                .isNotEmpty();
    }

    @Test
    void publishesForADayToComeAndTakesItBack() {
        String from = days.today().plusDays(3).toString();

        JsonNode planned = configure(
                        "PUT",
                        "/v1/segments/smb/profile",
                        "{\"reason\":\"Later\",\"from\":\"%s\",\"profile\":%s}".formatted(from, PROFILE))
                .body();

        assertThat(planned.path("from").asString()).isEqualTo(from);
        assertThat(get("/v1/segments/smb/profile").body().path("version").asInt())
                .isLessThan(planned.path("version").asInt());
        String address =
                "/v1/segments/smb/profile/versions/" + planned.path("version").asInt();
        assertThat(configure("DELETE", address, "").status()).isEqualTo(204);
        assertThat(configure("DELETE", address, "").status()).isEqualTo(400);
    }

    @Test
    void previewsADraft() {
        assertThat(get("/v1/segments/smb/profile/draft").status()).isEqualTo(404);
        assertThat(configure("PUT", "/v1/segments/smb/profile/draft", "{\"profile\":" + PROFILE + "}")
                        .status())
                .isEqualTo(200);

        Answer begun = configure("POST", "/v1/segments/smb/profile/draft/preview", "");

        assertThat(begun.status()).isEqualTo(202);
        String address = begun.response().headers().firstValue("Location").orElseThrow();
        assertThat(get(address).body().path("author").asString()).isEqualTo("source that may [CONFIGURE]");
        assertThat(configure("DELETE", "/v1/segments/smb/profile/draft", "").status())
                .isEqualTo(204);
        assertThat(get("/v1/previews/0").status()).isEqualTo(404);
        assertThat(get("/v1/previews/x").status()).isEqualTo(404);
    }
}
