package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import ews.sensors.source.Scope;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rules, plays and templates in configuration documents. */
class ConfiguredRulesApiTest extends ConfigurationOverApi {

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
}
