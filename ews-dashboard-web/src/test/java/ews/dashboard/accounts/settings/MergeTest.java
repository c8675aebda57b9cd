package ews.dashboard.accounts.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the settings of one account to the list of merges, and back. */
class MergeTest extends FormTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sources sources;

    private String key = "";
    private long acme;
    private long twin;

    @BeforeEach
    void oneCustomerWithTwoAccounts() {
        key = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .key();
        send(key, use("e1", "acme") + "," + use("e2", "acme-ltd") + "," + use("e3", "acme-ltd"));
        acme = idOf("acme");
        twin = idOf("acme-ltd");
    }

    @Test
    void showsWhatMovesMovesItAndGivesItBack() {
        String preview = html(get("/accounts/%d/merge?other=acme-ltd".formatted(acme)));
        assertThat(preview).contains("acme-ltd", "<dt>Events</dt><dd><strong>2</strong></dd>");

        String page = follow(post(mergePage(), "other", Long.toString(twin), "confirm", "Merge"));
        assertThat(page)
                .contains(
                        "acme-ltd was merged into this account. For 30 days",
                        "(acme-ltd) was merged into this account.");
        assertThat(get("/accounts/" + twin)).hasRedirectedUrl("/accounts/" + acme);
        send(key, use("e4", "acme-ltd"));
        assertThat(events(acme)).isEqualTo(4);

        String list = html(get("/setup/accounts"));
        assertThat(list).contains("acme-ltd", "Undo");
        long merge = jdbc.sql("select id from account_merge")
                .query((row, _) -> row.getLong(1))
                .single();
        String back = follow(post("/setup/accounts/merges/%d/undo".formatted(merge)));

        assertThat(back).contains("It is an account of its own again.");
        assertThat(idOf("acme-ltd")).isEqualTo(twin);
        assertThat(events(acme)).isEqualTo(1);
        assertThat(events(twin)).isEqualTo(3);
        assertThat(html(get("/setup/accounts"))).contains("undone by Ada Moreno");
        assertThat(audited()).contains("account.merged", "account.merge_undone");
    }

    @Test
    void doesNothingByMistake() {
        assertThat(html(post(mergePage(), "other", Long.toString(twin))))
                .contains("Type “merge” to say that you mean it.");
        assertThat(html(get("/accounts/%d/merge?other=nobody".formatted(acme))))
                .contains("There is no account “nobody”.", "value=\"nobody\"");
        assertThat(html(get("/accounts/%d/merge?other=acme".formatted(acme)))).contains("This is the account itself.");
        assertThat(idOf("acme-ltd")).isEqualTo(twin);
    }

    @Test
    void isForAdmins() {
        Member manager = joined("Mona Lead", Role.MANAGER);

        assertThat(postAs(manager, mergePage(), "other", Long.toString(twin), "confirm", "merge"))
                .hasStatus(403);
    }

    private String mergePage() {
        return "/accounts/%d/merge".formatted(acme);
    }

    private long idOf(String account) {
        return accounts.withKey(account).orElseThrow().id().value();
    }

    private int events(long account) {
        return jdbc.sql("select count(*) from event where account_id = :id")
                .param("id", account)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private static String use(String id, String account) {
        return "{\"type\":\"usage\",\"id\":\"%s\",\"time\":\"2026-01-20T10:00:00Z\",\"account\":\"%s\",\"user\":\"u1\",\"name\":\"report\"}"
                .formatted(id, account);
    }
}
