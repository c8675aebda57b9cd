package ews.dashboard.start;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.domain.member.Role;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class StartTest extends FormTest {

    private static final Pattern KEY = Pattern.compile("Bearer (ews_[A-Za-z0-9_-]{20,})");

    @Autowired
    private Sources sources;

    private int connect() {
        follow(post("/start/connect"));
        return sources.all().getFirst().id().value();
    }

    private void received(int source, int accepted, int rejected) {
        jdbc.sql("""
                        insert into source_day (source_id, day, accepted, duplicates, rejected, last_received)
                        values (:source, current_date, :accepted, 0, :rejected, now())
                        """)
                .param("source", source)
                .param("accepted", accepted)
                .param("rejected", rejected)
                .update();
    }

    /** How many steps of the checklist are done. */
    private int ticked() {
        return html(get("/start")).split("\\(done\\)", -1).length - 1;
    }

    @Test
    void anAdminOfAnEmptyInstallationBeginsAtTheStart() {
        assertThat(get("/")).hasRedirectedUrl("/start");
        assertThat(html(get("/start"))).contains("Explore a sample company", "Connect a source");
    }

    @Test
    void everybodyElseBeginsWithToday() {
        assertThat(getAs(joined("Ben Ito", Role.CSM), "/")).hasRedirectedUrl("/today");
        account("acme");
        assertThat(get("/")).hasRedirectedUrl("/today");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void isForAdminsOnly(Role role) {
        assertThat(getAs(joined("Ben Ito", role), "/start")).hasStatus(403);
        assertThat(postAs(joined("Ben Ito", role), "/start/connect")).hasStatus(403);
    }

    @Test
    void connectingShowsACommandWithAKeyThatWorksOnce() {
        String page = follow(post("/start/connect"));

        Matcher key = KEY.matcher(page);
        assertThat(key.find()).as(page).isTrue();
        assertThat(sources.authenticate(key.group(1)))
                .hasValueSatisfying(source -> assertThat(source.scopes()).contains(Scope.WRITE));
        assertThat(page)
                .contains("curl http://localhost/v1/events", "Nothing yet.")
                .containsPattern("<noscript><a [^>]*>Look again</a></noscript>");
        assertThat(html(get("/start/connect/" + sources.all().getFirst().id()))).doesNotContainPattern(KEY);
    }

    @Test
    void connectingTwiceMakesTwoSources() {
        connect();
        follow(post("/start/connect"));

        assertThat(sources.all()).extracting("name").containsExactly("First source", "First source 2");
    }

    @Test
    void showsAnEventThatArrivedAndOneThatWasRejectedWithTheReason() {
        Matcher key = KEY.matcher(follow(post("/start/connect")));
        assertThat(key.find()).isTrue();

        assertThat(send(key.group(1), """
                {"type":"usage","id":"e1","time":"2026-01-01T00:00:00Z","account":"acme","user":"ada","name":"login"},
                {"type":"used","id":"e2","time":"2026-01-01T00:00:00Z","account":"acme"}
                """)).hasStatusOk();

        assertThat(html(get("/start/connect/" + sources.all().getFirst().id() + "/arrivals")))
                .contains("Accepted", "acme", "Rejected", "unknown_type")
                .doesNotContain("<main");
    }

    @Test
    void answersAPageThatShowsEverythingAlreadyWithNothing() {
        int source = connect();
        String path = "/start/connect/" + source + "/arrivals?seen=";
        Matcher seen = Pattern.compile("seen=([0-9]+-[0-9]+)").matcher(html(get(path)));
        assertThat(seen.find()).isTrue();

        assertThat(get(path + seen.group(1))).hasStatus(204);
        received(source, 0, 1);
        assertThat(get(path + seen.group(1))).hasStatusOk();
    }

    @Test
    void theChecklistTicksItself() {
        int source = connect();
        assertThat(ticked()).as("profile published").isEqualTo(1);

        received(source, 1, 0);
        assertThat(ticked()).as("event received").isEqualTo(2);

        long account = account("acme");
        jdbc.sql("""
                        insert into account_health (account_id, day, band, segment_id, profile_version_id, trend, computed_at)
                        values (:account, '2026-11-01', 'unknown', 1, 1, '{}', now())
                        """).param("account", account).update();
        assertThat(ticked()).as("accounts segmented").isEqualTo(3);

        jdbc.sql("""
                        insert into alert (account_id, rule_id, status, title, evidence, raised_at, raised_on, seen_on,
                                           occurrences)
                        select :account, id, 'open', 'Fewer users', '{}', now(), '2026-11-01', '2026-11-01', 1
                        from rule limit 1
                        """).param("account", account).update();
        assertThat(ticked()).as("first alert").isEqualTo(4);
    }
}
