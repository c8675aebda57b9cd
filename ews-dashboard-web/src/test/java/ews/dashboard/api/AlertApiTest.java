package ews.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertApiTest extends ApiTest {

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
