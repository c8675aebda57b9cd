package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.time.OrganisationDays;
import ews.sensors.source.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class AlertApiTest extends ApiTest {

    @Autowired
    private OrganisationDays days;

    private long alert(long account, String status) {
        return jdbc.sql("""
                        insert into alert (account_id, rule_id, status, title, evidence, raised_at, raised_on, seen_on,
                                           occurrences)
                        select :account, r.id, :status, 'Fewer users', '{"was":245,"is":166}', now(), '2026-11-01',
                               '2026-11-02', 2
                        from rule r
                        where not exists (select from alert a where a.account_id = :account and a.rule_id = r.id)
                        order by r.id limit 1
                        returning id
                        """)
                .param("account", account)
                .param("status", status)
                .query(Long.class)
                .single();
    }

    @Test
    void showsAnAlertWithItsEvidenceAsSoonAsItIsCommitted() {
        alert(account("acme", "Acme"), "open");

        Answer answer = get("/v1/alerts?status=open");

        assertThat(answer.each("account")).containsExactly("acme");
        assertThat(answer.body().at("/items/0/evidence/is").asInt()).isEqualTo(166);
        assertThat(answer.body().at("/items/0/raisedOn").asString()).isEqualTo("2026-11-01");
        assertThat(answer.body().at("/items/0/rule/nature").asString()).isIn("risk", "opportunity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "acknowledged", "in_play", "resolved", "closed"})
    void filtersByStatus(String status) {
        long acme = account("acme", "Acme");
        for (String each : AlertList.STATUSES) {
            alert(acme, each);
        }

        assertThat(get("/v1/alerts?status=" + status).each("status")).containsExactly(status);
        assertThat(get("/v1/alerts").each("status")).hasSize(5);
    }

    @Test
    void filtersByAccount() {
        alert(account("acme", "Acme"), "open");
        alert(account("globex", "Globex"), "open");

        assertThat(get("/v1/alerts?account=globex").each("account")).containsExactly("globex");
    }

    @Test
    void pagesFromTheNewestToTheOldest() {
        long acme = account("acme", "Acme");
        var made = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(Long.toString(alert(acme, "open")));
        }

        Answer first = get("/v1/alerts?limit=3");
        Answer second =
                get("/v1/alerts?limit=3&cursor=" + first.body().path("next").asString());

        assertThat(first.each("id")).isEqualTo(made.subList(0, 3));
        assertThat(second.each("id")).isEqualTo(made.subList(3, 5));
        assertThat(second.body().path("next").isNull()).isTrue();
    }

    private void occurred(long alert, String day, double value) {
        jdbc.sql("""
                        insert into alert_occurrence (account_id, alert_id, day, title, value, worse_at)
                        select account_id, id, :day::date, 'Held', :value, :value + 10 from alert where id = :alert
                        """)
                .param("alert", alert)
                .param("day", day)
                .param("value", value)
                .update();
    }

    private Answer act(long alert, String action, String body) {
        return ask("POST", "/v1/alerts/" + alert + "/" + action, Scope.CONFIGURE, body);
    }

    private String inDays(int count) {
        return days.today().plusDays(count).toString();
    }

    @Test
    void saysHowFarItHasGoneAndOnWhichDays() {
        long alert = alert(account("acme", "Acme"), "open");
        jdbc.sql("""
                        update alert set evidence = '{"severity": {"measure": "the fall", "value": 32, "worseAt": 42,
                                                                   "unit": "PERCENT"}}'
                        """).update();
        occurred(alert, "2026-11-02", 35);
        occurred(alert, "2026-11-01", 32);

        JsonNode item = get("/v1/alerts").body().at("/items/0");

        assertThat(item.path("severity").toString())
                .isEqualTo("{\"unit\":\"percent\",\"value\":32,\"measure\":\"the fall\",\"worseAt\":42}");
        assertThat(item.path("occurrences")
                        .valueStream()
                        .map(it -> it.path("value").asInt()))
                .containsExactly(32, 35);
        assertThat(item.at("/occurrences/0/day").asString()).isEqualTo("2026-11-01");
        assertThat(item.path("snooze").isNull()).isTrue();
    }

    @Test
    void evidenceHasNoConstantsAndNoIdsOfUsers() {
        alert(account("acme", "Acme"), "open");
        jdbc.sql("""
                        update alert set evidence = '{"touches": "PRODUCT_USAGE", "severity": null, "lines": [
                          {"day": "2026-11-01", "text": "New user Ann", "user": 17}, {"day": "2026-11-02", "text": "Second"}]}'
                        """).update();

        JsonNode evidence = get("/v1/alerts").body().at("/items/0/evidence");

        assertThat(evidence.path("touches").asString()).isEqualTo("product_usage");
        assertThat(evidence.has("severity")).isFalse();
        assertThat(evidence.at("/lines/0/text").asString()).isEqualTo("New user Ann");
        assertThat(evidence.at("/lines/0").has("user")).isFalse();
        assertThat(evidence.at("/lines/1/text").asString()).isEqualTo("Second");
    }

    @Test
    void listsHaveTheLatestDaysAndOneAlertHasAllOfThem() {
        long alert = alert(account("acme", "Acme"), "open");
        for (int day = 1; day <= 40; day++) {
            occurred(alert, LocalDate.of(2026, 1, 1).plusDays(day).toString(), day);
        }

        assertThat(get("/v1/alerts").body().at("/items/0/occurrences")).hasSize(31);
        assertThat(get("/v1/alerts").body().at("/items/0/occurrences/30/value").asInt())
                .isEqualTo(40);
        assertThat(get("/v1/alerts/" + alert).body().path("occurrences")).hasSize(40);
    }

    @Test
    void oneAlertSaysWhatIsTrueNow() {
        long acme = account("acme", "Acme");
        long alert = alert(acme, "open");

        Answer answer = get("/v1/alerts/" + alert);

        assertThat(answer.status()).as(answer.detail()).isEqualTo(200);
        assertThat(answer.body().path("id").asLong()).isEqualTo(alert);
        assertThat(answer.body().at("/evidence/is").asInt()).isEqualTo(166);
        assertThat(answer.body().at("/now/state").asString()).isEqualTo("gone");
        assertThat(answer.body().at("/now/text").asString()).isNotBlank();
    }

    @Test
    void sourcesAcknowledgeSnoozeWakeAndClose() {
        long alert = alert(account("acme", "Acme"), "open");
        occurred(alert, "2026-11-02", 32);

        assertThat(act(alert, "acknowledge", "").body().path("status").asString())
                .isEqualTo("acknowledged");
        JsonNode snoozed = act(alert, "snooze", "{\"until\":\"%s\",\"orWorse\":true}".formatted(inDays(7)))
                .body();
        assertThat(snoozed.path("snooze").toString())
                .isEqualTo("{\"until\":\"%s\",\"active\":true,\"orWorse\":true,\"was\":32.0,\"worseAt\":42.0}"
                        .formatted(inDays(7)));
        assertThat(act(alert, "wake", "").body().path("snooze").isNull()).isTrue();
        JsonNode closed = act(alert, "close", "{\"reason\":\"false_alarm\",\"note\":\"A test\"}")
                .body();
        assertThat(closed.path("status").asString()).isEqualTo("closed");
        assertThat(closed.path("closedReason").asString()).isEqualTo("false_alarm");
        assertThat(closed.path("closedNote").asString()).isEqualTo("A test");
        assertThat(closed.path("endedBy").asString()).isEqualTo("source that may [CONFIGURE]");
        assertThat(jdbc.sql("select distinct actor from audit_entry where action like 'alert.%'")
                        .query(String.class)
                        .list())
                .containsExactly("source that may [CONFIGURE]");
    }

    @Test
    void whatASourceDidIsUndone() {
        long alert = alert(account("acme", "Acme"), "open");
        int revision = act(alert, "close", "{\"reason\":\"accepted\"}")
                .body()
                .path("revision")
                .asInt();

        Answer undone = act(alert, "undo", "{\"revision\":%d}".formatted(revision));

        assertThat(undone.body().path("status").asString()).isEqualTo("open");
        assertThat(undone.body().path("closedReason").isNull()).isTrue();
        Answer again = act(alert, "undo", "{\"revision\":%d}".formatted(revision));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.detail()).contains("has changed since");
    }

    @Test
    void aSourceDoesNotUndoWhatAnotherDid() {
        long alert = alert(account("acme", "Acme"), "open");
        int revision = act(alert, "acknowledge", "").body().path("revision").asInt();

        Answer other = post(
                "/v1/alerts/" + alert + "/undo",
                "Bearer " + keyThatMay(Scope.CONFIGURE, Scope.READ),
                "{\"revision\":%d}".formatted(revision));

        assertThat(other.status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            acknowledge |                           | is closed, so it cannot be acknowledged
            snooze      | {"until": "+1"}           | is closed, so it cannot be snoozed
            wake        |                           | is closed, so it cannot be woken
            close       | {"reason": "accepted"}    | is closed, so it cannot be closed
            """)
    void refusesWithTheStateThatItIsIn(String action, String body, String detail) {
        long alert = alert(account("acme", "Acme"), "closed");

        Answer answer = act(alert, action, body == null ? "" : body.replace("+1", inDays(1)));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).isEqualTo("Alert %d %s".formatted(alert, detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            snooze | {}                         | until: is missing; give the day on which it comes back.
            snooze | {"until": "tomorrow"}      | until: must be a day as YYYY-MM-DD
            snooze | {"until": "2020-01-01"}    | Snooze until a day after today
            snooze | {"until": "2020-01-01", "orWorse": "yes"} | orWorse: must be true or false.
            snooze | {"days": 3}                | days: there is no such field; use until, orWorse.
            close  | {}                         | An alert is closed with a reason: false_alarm, accepted, duplicate
            close  | {"reason": "lost"}         | An alert is closed with a reason: false_alarm, accepted, duplicate
            undo   | {}                         | revision: must be a whole number.
            undo   | {"revision": "1"}          | revision: must be a whole number.
            """)
    void saysWhatIsWrongWithAnAction(String action, String body, String detail) {
        long alert = alert(account("acme", "Acme"), "open");

        Answer answer = act(alert, action, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).startsWith(detail);
    }

    @Test
    void actionsNeedAKeyThatMayConfigureAndAnAlertThatIsThere() {
        long alert = alert(account("acme", "Acme"), "open");

        for (String action : List.of("acknowledge", "snooze", "wake", "close", "undo")) {
            assertThat(ask("POST", "/v1/alerts/" + alert + "/" + action, Scope.READ, "{}")
                            .status())
                    .as(action)
                    .isEqualTo(403);
        }
        assertThat(act(0, "acknowledge", "").status()).isEqualTo(404);
        assertThat(get("/v1/alerts/0").status()).isEqualTo(404);
        assertThat(get("/v1/alerts/x").detail()).isEqualTo("There is no alert with the id \"x\".");
    }

    @Test
    void saysThatThereIsNoSuchAccount() {
        Answer answer = get("/v1/alerts?account=nobody");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.detail()).isEqualTo("There is no account with the key \"nobody\".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status=new       | status must be open, acknowledged, in_play, resolved or closed; got "new".
            cursor=YWJj      | This cursor is not one of this list
            state=open       | There is no parameter "state" here; use status, account, cursor, limit.
            """)
    void refusesWhatItDoesNotUnderstandAndSaysWhatToDo(String query, String detail) {
        Answer answer = get("/v1/alerts?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).startsWith(detail);
    }
}
