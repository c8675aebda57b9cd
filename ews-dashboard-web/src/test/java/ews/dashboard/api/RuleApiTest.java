package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.detection.rule.Rules;
import ews.sensors.source.Scope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RuleApiTest extends ApiTest {

    /** It holds for accounts that are known for a year or longer. */
    private static final String OLD_FRIENDS = """
            {"name": "Old friends", "nature": "opportunity",
             "when": {"kind": "threshold", "metric": "tenure", "atLeast": 365},
             "holdDays": 7, "coolDownDays": 30}""";

    @Autowired
    private Rules rules;

    @BeforeEach
    @AfterEach
    void theStarterRules() {
        jdbc.sql("delete from alert").update();
        jdbc.sql("delete from rule").update();
        rules.afterSingletonsInstantiated();
    }

    private Answer configure(String method, String path, String body, String... headers) {
        return ask(method, path, Scope.CONFIGURE, body, headers);
    }

    private Answer put(String key, String rule, String... headers) {
        return configure("PUT", "/v1/rules/" + key, "{\"reason\":\"To try it\",\"rule\":" + rule + "}", headers);
    }

    /** An account that is known since a day. */
    private void accountSince(String key, String day) {
        long id = account(key, key + " Inc.");
        jdbc.sql("update account set first_seen_on = :day::date where id = :id")
                .param("day", day)
                .param("id", id)
                .update();
    }

    @Test
    void listsTheStarterRulesAsFilesHaveThem() {
        Answer answer = get("/v1/rules");

        assertThat(answer.each("key")).contains("active-users-decline", "poor-health", "renewal");
        JsonNode decline = get("/v1/rules/active-users-decline").body();
        assertThat(decline.path("sentence").asString()).startsWith("When active users fell 20 % or more");
        assertThat(decline.at("/rule/when/kind").asString()).isEqualTo("decline");
        assertThat(decline.at("/rule/when/percent").asInt()).isEqualTo(20);
        assertThat(decline.path("enabled").asBoolean()).isTrue();
    }

    @Test
    void makesARuleThatIsOff() {
        Answer made = put("old-friends", OLD_FRIENDS);

        assertThat(made.status()).as(made.detail()).isEqualTo(201);
        assertThat(made.body().path("enabled").asBoolean()).isFalse();
        assertThat(made.body().path("version").asInt()).isEqualTo(1);
        assertThat(get("/v1/rules/old-friends/versions")
                        .body()
                        .at("/items/0/author")
                        .asString())
                .isEqualTo("source that may [CONFIGURE]");
    }

    @Test
    void whatItReadsCanBeSentBackAndChangesNothing() {
        for (String key : get("/v1/rules").each("key")) {
            JsonNode before = get("/v1/rules/" + key).body();

            Answer same = put(key, before.path("rule").toString());

            assertThat(same.status()).as(key).isEqualTo(200);
            assertThat(same.body()).isEqualTo(before);
        }
    }

    @Test
    void aChangeIsAVersionThatSaysWhatItChanged() {
        ObjectNode rule =
                (ObjectNode) get("/v1/rules/active-users-decline").body().path("rule");
        ((ObjectNode) rule.path("when")).put("percent", 30);
        rule.put("dwellDays", 2);

        Answer changed = put("active-users-decline", rule.toString(), "If-Match", "\"1\"");

        assertThat(changed.status()).as(changed.detail()).isEqualTo(200);
        assertThat(changed.response().headers().firstValue("ETag")).contains("\"2\"");
        JsonNode versions = get("/v1/rules/active-users-decline/versions").body();
        assertThat(versions.at("/items/0/changes").valueStream().map(JsonNode::asString))
                .containsExactly("Percent 30, it was 20", "Must hold on 2 days in a row, it was 1 day");
        assertThat(versions.at("/items/0/reason").asString()).isEqualTo("To try it");
        assertThat(versions.at("/items/1/changes")).isEmpty();
    }

    @Test
    void refusesToChangeWhatSomebodyElseHasChanged() {
        put("old-friends", OLD_FRIENDS);
        put("old-friends", OLD_FRIENDS.replace("365", "400"), "If-Match", "\"1\"");

        Answer late = put("old-friends", OLD_FRIENDS.replace("365", "500"), "If-Match", "\"1\"");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.detail())
                .isEqualTo("The rule is at version 2, no longer at 1: somebody has changed it meanwhile.");
        assertThat(put("nobody-made-it", OLD_FRIENDS, "If-Match", "\"1\"").status())
                .isEqualTo(412);
    }

    @Test
    void tellsEverythingThatIsWrongWithItsPlace() {
        Answer answer = put("old-friends", """
                {"name": "", "nature": "chance", "when": {"kind": "threshold", "metric": "tenur", "atleast": 365},
                 "segments": ["gold"], "play": "nothing"}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("problems").valueStream().map(JsonNode::asString))
                .anyMatch(it -> it.startsWith("rule.name: must have 1 to 120 characters"))
                .anyMatch(it -> it.startsWith("rule.nature: must be one of risk, opportunity"))
                .anyMatch(it -> it.startsWith("rule.when.atleast: there is no such field"))
                .anyMatch(it -> it.startsWith("rule.when.metric: There is no metric 'tenur'"))
                .anyMatch(it -> it.startsWith("rule.segments: there is no segment with the key \"gold\"; there are"))
                .anyMatch(it -> it.startsWith("rule.play: there is no play with the key \"nothing\"; there are"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PUT  | /v1/rules/Old%20friends   | {}                    | 400 | A rule's key has 1 to 80 lowercase letters
            PUT  | /v1/rules/old             | {"rule": {}}          | 400 | rule.name: is missing
            PUT  | /v1/rules/old             | {"name": "Old"}       | 400 | name: there is no such field; use reason, rule.
            PUT  | /v1/rules/old             | []                    | 400 | Send an object with reason, rule.
            GET  | /v1/rules/old             |                       | 404 | There is no rule with the key "old".
            GET  | /v1/rules/old/versions    |                       | 404 | There is no rule with the key "old".
            GET  | /v1/rules/old/matching    |                       | 404 | There is no rule with the key "old".
            GET  | /v1/rules?all=yes         |                       | 400 | There is no parameter "all" here
            POST | /v1/rules/old/on          | {"accounts": "all"}   | 404 | There is no rule with the key "old".
            POST | /v1/rules/old/off         |                       | 404 | There is no rule with the key "old".
            POST | /v1/rules/renewal/on      | {}                    | 400 | accounts: is missing.
            POST | /v1/rules/renewal/on      | {"accounts": "some"}  | 400 | accounts: must be all
            GET  | /v1/rules/renewal/matching?cursor=x |             | 400 | This cursor is not one of this list
            """)
    void refusesWhatItDoesNotUnderstandAndSaysWhatToDo(
            String method, String path, String body, int status, String detail) {
        Answer answer = configureOrRead(method, path, body == null ? "" : body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.detail()).startsWith(detail);
    }

    private Answer configureOrRead(String method, String path, String body) {
        return ask(method, path, method.equals("GET") ? Scope.READ : Scope.CONFIGURE, body);
    }

    @Test
    void wantsAReasonAndAFreeName() {
        assertThat(configure("PUT", "/v1/rules/old", "{\"reason\":\" \",\"rule\":" + OLD_FRIENDS + "}")
                        .detail())
                .isEqualTo("reason: say in a few words why.");
        put("old-friends", OLD_FRIENDS);
        assertThat(put("older", OLD_FRIENDS).detail()).isEqualTo("Another rule is called Old friends already.");
    }

    @Test
    void aKeyThatMayReadChangesNothing() {
        for (String change :
                List.of("PUT /v1/rules/renewal", "POST /v1/rules/renewal/on", "POST /v1/rules/renewal/off")) {
            String[] words = change.split(" ", 2);
            assertThat(ask(words[0], words[1], Scope.READ, "{}").status())
                    .as(change)
                    .isEqualTo(403);
        }
    }

    @Test
    void isSwitchedOffAndOnAgain() {
        assertThat(configure("POST", "/v1/rules/renewal/off", "")
                        .body()
                        .path("enabled")
                        .asBoolean(true))
                .isFalse();
        assertThat(rules.withKey("renewal").orElseThrow().enabled()).isFalse();

        Answer on = configure("POST", "/v1/rules/renewal/on", "{\"accounts\":\"all\"}");

        assertThat(on.body().path("enabled").asBoolean()).isTrue();
        assertThat(rules.withKey("renewal").orElseThrow().enabled()).isTrue();
    }

    @Test
    void forNewEntrantsOnlyItExcusesThoseThatItHoldsFor() {
        accountSince("acme", "2020-01-01");
        accountSince("globex", "2020-01-01");
        put("old-friends", OLD_FRIENDS);

        configure("POST", "/v1/rules/old-friends/on", "{\"accounts\":\"new\"}");

        assertThat(jdbc.sql("select count(*) from pending_condition where excused")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void namesTheAccountsThatItHoldsForNow() {
        accountSince("acme", "2020-01-01");
        accountSince(
                "young", jdbc.sql("select current_date - 3").query(String.class).single());
        put("old-friends", OLD_FRIENDS);

        JsonNode found = get("/v1/rules/old-friends/matching").body();

        assertThat(found.at("/items/0/account").asString()).isEqualTo("acme");
        assertThat(found.at("/items/0/accountName").asString()).isEqualTo("acme Inc.");
        assertThat(found.at("/items/0/title").asString()).contains("days");
        assertThat(found.path("items")).hasSize(1);
        assertThat(found.path("looked").asInt()).isEqualTo(2);
        assertThat(found.path("next").isNull()).isTrue();
    }

    @Test
    void looksAtManyAccountsPageByPage() {
        jdbc.sql("""
                        insert into account (key, name, first_seen_on)
                        select 'old-' || i, 'Old ' || i, '2020-01-01' from generate_series(1, 5000) i
                        """).update();
        put("old-friends", OLD_FRIENDS);

        JsonNode first = get("/v1/rules/old-friends/matching").body();
        JsonNode second = get("/v1/rules/old-friends/matching?cursor="
                        + first.path("next").asString())
                .body();

        assertThat(first.path("items").size() + second.path("items").size()).isEqualTo(5000);
        assertThat(first.path("looked").asInt()).isBetween(4000, 4200);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void triesARuleThatIsOnlyThoughtOfWithAKeyThatMayRead() {
        accountSince(
                "acme",
                jdbc.sql("select current_date - 400").query(String.class).single());

        Answer begun = ask("POST", "/v1/dry-runs", Scope.READ, "{\"rule\":" + OLD_FRIENDS + "}");

        assertThat(begun.status()).as(begun.detail()).isEqualTo(202);
        String address = begun.response().headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get(address).body().path("state").asString().equals("done"));
        JsonNode found = get(address).body();
        assertThat(found.path("key").isNull()).isTrue();
        assertThat(found.at("/rule/when/metric").asString()).isEqualTo("tenure");
        assertThat(found.at("/findings/alerts").asInt()).isEqualTo(1);
        assertThat(found.at("/findings/raised/0/account").asString()).isEqualTo("acme");
        assertThat(found.at("/findings/now/items/0/account").asString()).isEqualTo("acme");
        assertThat(rules.withKey("old-friends")).isEmpty();
    }

    @Test
    void aDryRunIsForARuleThatIsThereAndIsKnownByItsId() {
        assertThat(ask("POST", "/v1/rules/nothing/dry-runs", Scope.READ, "").status())
                .isEqualTo(404);
        assertThat(ask("POST", "/v1/dry-runs", Scope.READ, "{\"key\":\"nothing\",\"rule\":" + OLD_FRIENDS + "}")
                        .status())
                .isEqualTo(404);
        assertThat(ask("POST", "/v1/dry-runs", Scope.READ, "{\"rule\":{}}").status())
                .isEqualTo(400);
        assertThat(get("/v1/dry-runs/0").status()).isEqualTo(404);
        assertThat(get("/v1/dry-runs/x").status()).isEqualTo(404);
    }
}
