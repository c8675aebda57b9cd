package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.plays.play.Plays;
import ews.plays.run.Runs;
import ews.sensors.source.Scope;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PlayApiTest extends ApiTest {

    private static final String SPONSOR_LEFT = """
            {"name": "Sponsor left", "description": "Whoever bought it is gone.",
             "entry": {"triggers": [{"type": "milestone", "date": "renewal", "days": 90}]},
             "steps": [{"type": "task", "title": "Call", "detail": "Ask why.", "assignee": "csm",
                        "due": {"days": 2, "unit": "working_days"}}]}""";

    @Autowired
    private Plays plays;

    @Autowired
    private Runs runs;

    @Autowired
    private Members members;

    @AfterEach
    void onlyTheStarterPlays() {
        jdbc.sql("delete from run").update();
        jdbc.sql(
                        "delete from play where id in (select play_id from play_version where version = 1 and author <> 'EWS')")
                .update();
        plays.all().forEach(it -> plays.enable(it.key(), Actor.SYSTEM));
    }

    private Answer configure(String method, String path, String body, String... headers) {
        return ask(method, path, Scope.CONFIGURE, body, headers);
    }

    private Answer put(String key, String play, String... headers) {
        return configure("PUT", "/v1/plays/" + key, "{\"reason\":\"To try it\",\"play\":" + play + "}", headers);
    }

    private Answer start(String play, String rest) {
        return configure(
                "POST",
                "/v1/plays/" + play + "/runs",
                "{\"account\": \"acme\", \"reason\": \"They asked.\"" + rest + "}");
    }

    private static List<String> problems(Answer answer) {
        return answer.body()
                .path("problems")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void listsTheStarterPlaysAsFilesHaveThem() {
        assertThat(get("/v1/plays").each("key")).contains("win-back", "renewal", "declining-usage");
        JsonNode decline = get("/v1/plays/declining-usage").body();

        assertThat(decline.path("enabled").asBoolean()).isTrue();
        assertThat(decline.path("sentence").asString())
                .isEqualTo("It starts by itself when a rule that suggests it raises an alert.");
        assertThat(decline.at("/play/steps/0/type").asString()).isEqualTo("watch_list");
        assertThat(decline.at("/play/steps/2/assignee").asString()).isEqualTo("csm");
    }

    @Test
    void writesAPlayThatIsOn() {
        Answer written = put("sponsor-left", SPONSOR_LEFT);

        assertThat(written.status()).as(written.detail()).isEqualTo(201);
        assertThat(written.response().headers().firstValue("ETag")).contains("\"1\"");
        assertThat(written.body().path("enabled").asBoolean()).isTrue();
        assertThat(written.body().path("sentence").asString())
                .isEqualTo("It starts by itself 90 days before the renewal.");
        JsonNode version = get("/v1/plays/sponsor-left/versions").body().at("/items/0");
        assertThat(version.path("author").asString()).isEqualTo("source that may [CONFIGURE]");
        assertThat(version.path("reason").asString()).isEqualTo("To try it");
        assertThat(jdbc.sql("select actor from audit_entry where action = 'play.saved'")
                        .query(String.class)
                        .list())
                .containsExactly("source that may [CONFIGURE]");
    }

    @Test
    void whatItReadsCanBeSentBackAndChangesNothing() {
        for (String key : get("/v1/plays").each("key")) {
            JsonNode before = get("/v1/plays/" + key).body();

            Answer same = put(key, before.path("play").toString());

            assertThat(same.status()).as(key + same.detail()).isEqualTo(200);
            assertThat(same.body()).isEqualTo(before);
        }
    }

    @Test
    void aChangeIsAVersionThatSaysWhatItChanged() {
        put("sponsor-left", SPONSOR_LEFT);
        plays.disable("sponsor-left", Actor.SYSTEM);
        ObjectNode play = (ObjectNode) get("/v1/plays/sponsor-left").body().path("play");
        ((ObjectNode) play.at("/steps/0/due")).put("days", 5);
        play.put("holdOut", 10);

        Answer changed = put("sponsor-left", play.toString(), "If-Match", "\"1\"");

        assertThat(changed.status()).as(changed.detail()).isEqualTo(200);
        assertThat(changed.response().headers().firstValue("ETag")).contains("\"2\"");
        assertThat(changed.body().path("enabled").asBoolean(true)).isFalse();
        JsonNode versions = get("/v1/plays/sponsor-left/versions").body();
        assertThat(versions.at("/items/0/changes").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "Held out: 10 %, it was 0 %",
                        "Step 1: due within 5 working days, it was within 2 working days");
        assertThat(versions.at("/items/0/play/holdOut").asInt()).isEqualTo(10);
        assertThat(versions.at("/items/1/changes")).isEmpty();
    }

    @Test
    void refusesToChangeWhatSomebodyElseHasChanged() {
        put("sponsor-left", SPONSOR_LEFT);
        put("sponsor-left", SPONSOR_LEFT.replace("Ask why.", "Listen."), "If-Match", "\"1\"");

        Answer late = put("sponsor-left", SPONSOR_LEFT.replace("Ask why.", "Shout."), "If-Match", "\"1\"");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.detail())
                .isEqualTo("The play is at version 2, no longer at 1: somebody has changed it meanwhile.");
        assertThat(put("nobody-wrote-it", SPONSOR_LEFT, "If-Match", "\"1\"").detail())
                .isEqualTo("There is no play with the key \"nobody-wrote-it\".");
    }

    @Test
    void tellsEverythingThatIsWrongWithItsPlace() {
        Answer answer = put("sponsor-left", """
                {"name": "Sponsor left", "descripton": "Gone.", "entry": {"triggers": [{"type": "moon"}]},
                 "steps": [{"type": "task", "title": "Call", "detail": "Ask.", "assignee": "boss",
                            "due": {"days": 2, "unit": "working_days"}}]}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(problems(answer))
                .containsExactly(
                        "play.descripton: there is no such field; use name, description, entry, steps, goal, holdOut",
                        "play.description: is missing",
                        "play.entry.triggers[0]: there is no type \"moon\"; use alert, band, milestone, segment",
                        "play.steps[0].assignee: must be csm, manager, sponsor or the email address of a member");
    }

    @Test
    void checksWhatThePageOfPlaysChecks() {
        Answer answer = put("sponsor-left", """
                {"name": "Sponsor left", "description": "Gone.", "holdOut": 80,
                 "entry": {"triggers": [{"type": "segment", "segment": "gold"}]},
                 "goal": {"measurement": {"metric": "seats"}, "atLeast": true, "level": {"type": "before", "percent": 0},
                          "days": 1, "within": 90},
                 "steps": [{"type": "escalate", "title": " ", "detail": "Now.", "due": {"days": 400, "unit": "working_days"}},
                           {"type": "watch_list", "list": "nowhere", "reason": "Gone."},
                           {"type": "start_play", "play": "nothing"}]}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo(problems(answer).getFirst());
        assertThat(problems(answer))
                .containsExactly(
                        "There is no segment \"gold\".",
                        "The share that is held out must be 0 to 50 %, not 80 %.",
                        "The goal must be 1 to 1000 % of the level before, not 0 %.",
                        "The title of step 1 is missing: please write it.",
                        "The days of step 1 must be 0 to 365, not 400.",
                        "There is no watch list \"nowhere\" (step 2).",
                        "There is no play \"nothing\" (step 3).");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PUT  | /v1/plays/old              | {"name": "Old"}        | 400 | name: there is no such field; use reason, play.
            PUT  | /v1/plays/old              | []                     | 400 | Send an object with reason, play.
            PUT  | /v1/plays/old              | {"reason": "New"}      | 400 | play: must have fields: name
            GET  | /v1/plays/old              |                        | 404 | There is no play with the key "old".
            GET  | /v1/plays/old/versions     |                        | 404 | There is no play with the key "old".
            GET  | /v1/plays?all=yes          |                        | 400 | There is no parameter "all" here
            POST | /v1/plays/old/on           |                        | 404 | There is no play with the key "old".
            POST | /v1/plays/old/off          |                        | 404 | There is no play with the key "old".
            POST | /v1/plays/win-back/off     | {"cancelRuns": "yes"}  | 400 | cancelRuns: must be true or false.
            POST | /v1/plays/win-back/off     | {"cancelRuns": true}   | 400 | The reason is missing: please write it.
            POST | /v1/plays/win-back/off     | {"runs": true}         | 400 | runs: there is no such field; use cancelRuns, reason.
            POST | /v1/plays/old/runs         | {"account": "acme"}    | 404 | There is no play with the key "old".
            POST | /v1/plays/win-back/runs    | {"account": "nobody"}  | 404 | There is no account with the key "nobody".
            POST | /v1/plays/win-back/runs    | {}                     | 400 | account: is missing.
            """)
    void refusesWhatItDoesNotUnderstandAndSaysWhatToDo(
            String method, String path, String body, int status, String detail) {
        Answer answer =
                ask(method, path, method.equals("GET") ? Scope.READ : Scope.CONFIGURE, body == null ? "" : body);

        assertThat(answer.detail()).startsWith(detail);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void wantsAReasonAFreeNameAndAKeyThatIsOne() {
        assertThat(configure("PUT", "/v1/plays/old", "{\"reason\":\" \",\"play\":" + SPONSOR_LEFT + "}")
                        .detail())
                .isEqualTo("reason: say in a few words why.");
        put("sponsor-left", SPONSOR_LEFT);
        assertThat(put("older", SPONSOR_LEFT).detail()).isEqualTo("Another play has the name \"Sponsor left\".");
        assertThat(put("Old%20one", SPONSOR_LEFT.replace("Sponsor", "Buyer")).detail())
                .startsWith("The key \"Old one\" must be lower case letters, digits and single hyphens");
    }

    @Test
    void aKeyThatMayReadChangesNothing() {
        for (String change : List.of(
                "PUT /v1/plays/win-back",
                "POST /v1/plays/win-back/on",
                "POST /v1/plays/win-back/off",
                "POST /v1/plays/win-back/runs")) {
            String[] words = change.split(" ", 2);
            assertThat(ask(words[0], words[1], Scope.READ, "{}").status())
                    .as(change)
                    .isEqualTo(403);
        }
    }

    @Test
    void isSwitchedOffAndOnAgainWhileItsRunsGoOn() {
        AccountId acme = new AccountId(account("acme", "Acme"));
        var run = runs.start(acme, plays.withKey("win-back").orElseThrow(), null, "It is time.", Actor.SYSTEM);

        Answer off = configure("POST", "/v1/plays/win-back/off", "");

        assertThat(off.body().path("enabled").asBoolean(true)).isFalse();
        assertThat(get("/v1/runs/" + run.id()).body().path("state").asString()).isEqualTo("running");
        assertThat(start("win-back", "").detail())
                .isEqualTo("Not started: the play runs there already, as run %s.".formatted(run.id()));
        assertThat(configure("POST", "/v1/plays/win-back/on", "")
                        .body()
                        .path("enabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void isSwitchedOffTogetherWithItsRuns() {
        account("acme", "Acme");
        String run = start("win-back", "").body().path("id").asString();

        Answer off =
                configure("POST", "/v1/plays/win-back/off", "{\"cancelRuns\": true, \"reason\": \"It did not help\"}");

        assertThat(off.body().path("enabled").asBoolean(true)).isFalse();
        assertThat(get("/v1/runs/" + run).body().path("note").asString()).isEqualTo("It did not help");
        assertThat(start("win-back", "").status()).isEqualTo(409);
        assertThat(start("win-back", "").detail()).isEqualTo("Not started: the play is switched off.");
    }

    @Test
    void startsOnAnAccountOnce() {
        account("acme", "Acme");

        Answer started = start("win-back", "");

        assertThat(started.status()).as(started.detail()).isEqualTo(201);
        assertThat(started.body().path("startedBy").asString()).isEqualTo("source that may [CONFIGURE]");
        assertThat(started.body().path("reason").asString()).isEqualTo("They asked.");
        String address = started.response().headers().firstValue("Location").orElseThrow();
        assertThat(get(address).body()).isEqualTo(started.body());
        Answer again = start("win-back", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.detail()).startsWith("Not started: the play runs there already, as run ");
        assertThat(get("/v1/runs?account=acme").body().path("items")).hasSize(1);
    }

    @Test
    void letsOnlyThoseInWhomTheEntryLetsInUnlessAMemberStartsIt() {
        members.ensure("ada@example.com", "Ada Moreno", Role.CSM, false);
        account("acme", "Acme");
        put("sponsor-left", SPONSOR_LEFT.replace("\"days\": 90}]}", "\"days\": 90}], \"repeat\": {\"times\": 1}}"));
        String run = start("sponsor-left", "").body().path("id").asString();
        configure(
                "POST",
                "/v1/runs/" + run + "/finish",
                "{\"outcome\": \"saved\", \"note\": \"Back.\", \"by\": \"ada@example.com\", \"skipReason\": \"Done\"}");

        Answer again = start("sponsor-left", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.detail()).isEqualTo("Not started: the account has been in it once already.");

        Answer byAda = start("sponsor-left", ", \"by\": \"ada@example.com\"");
        assertThat(byAda.status()).as(byAda.detail()).isEqualTo(201);
        assertThat(byAda.body().path("startedBy").asString()).isEqualTo("Ada Moreno via source that may [CONFIGURE]");
    }

    @Test
    void aStartNeedsAReason() {
        account("acme", "Acme");

        Answer answer = configure("POST", "/v1/plays/win-back/runs", "{\"account\": \"acme\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo("The reason is missing: please write it.");
    }
}
