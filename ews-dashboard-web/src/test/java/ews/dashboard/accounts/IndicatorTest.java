package ews.dashboard.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.dashboard.view.When;
import ews.detection.scoring.ScoringBacklog;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the score of an account down to the single events behind it. */
class IndicatorTest extends FormTest {

    @Autowired
    private Sources sources;

    @Autowired
    private ScoringBacklog backlog;

    @Autowired
    private OrganisationDays days;

    private String account = "";

    /** Opened two tickets three days ago, and used on each of the last 40 days. */
    @BeforeEach
    void anAccountWithEvents() {
        String key = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .key();
        String usage = IntStream.range(1, 40)
                .mapToObj(ago -> """
                        {"type":"usage","id":"u%d","time":"%sT10:00:00Z","account":"acme","user":"u1","name":"export"}""".formatted(ago, days.today().minusDays(ago)))
                .collect(Collectors.joining(","));
        String ticket = """
                ,{"type":"support","id":"t%d","time":"%sT10:00:00Z","account":"acme","ticket":"Z-%1$d","status":"open"}""";
        assertThat(send(
                        key,
                        usage
                                + ticket.formatted(1, days.today().minusDays(3))
                                + ticket.formatted(2, days.today().minusDays(3))))
                .hasStatusOk();
        backlog.settle();
        account = "/accounts/"
                + jdbc.sql("select id from account where key = 'acme'")
                        .query(Long.class)
                        .single();
    }

    @Test
    void eachIndicatorOfTheScoreOpens() {
        String page = html(get(account));

        assertThat(page).contains(account + "/indicators/1", account + "/indicators/5");
    }

    @Test
    void tellsHowTheValueBecamePointsAndShowsTheEvents() {
        String page = html(get(account + "/indicators/5"));

        assertThat(page)
                .contains("Open issues", "2 points", "of the way from", "66.7 of 100.0 points.")
                .contains("Z-1 · open", "Z-2 · open", "Product")
                .doesNotContain("export");
    }

    @Test
    void asOfAnEarlierDayItKnowsNothingThatCameLater() {
        String page = html(get(account + "/indicators/5?asOf=" + days.today().minusDays(4)));

        assertThat(page)
                .contains("Open issues", "no data", "No source has sent any.")
                .doesNotContain("Z-1");
    }

    @Test
    void leadsToAllEventsOfItsKind() {
        String events = html(get(account + "/events?type=support,invoice"));

        assertThat(events).contains("only support, invoice", "Z-1 · open").doesNotContain("export");
        assertThat(html(get(account + "/events?type=usage&feature=share"))).contains("No events");
        assertThat(html(get(account + "/events?type=usage&feature=export"))).contains("export · u1");
    }

    @Test
    void comparesTheScoreWithAnyDay() {
        String yesterday = "since " + When.day(days.today().minusDays(1));
        assertThat(html(get(account))).contains("in 7 days", "in 30 days", yesterday);
        assertThat(html(get(account + "?since=" + days.today().minusDays(5))))
                .contains("Compare with", "since " + When.day(days.today().minusDays(5)))
                .doesNotContain(yesterday);
        assertThat(get(account + "?since=" + days.today().plusDays(1))).hasStatus(400);
    }

    @Test
    void knowsNoOtherIndicators() {
        assertThat(get(account + "/indicators/6")).hasStatus(404);
        assertThat(get(account + "/indicators/0")).hasStatus(404);
    }

    @Test
    void whatASilentSourceToldShowsAsOutOfDate() {
        assertThat(html(get(account))).doesNotContain("has been silent");
        jdbc.sql("""
                        insert into heartbeat (source_id, type, day, first_received, last_received)
                        select id, 'support', current_date - ago, now() - ago * interval '1 day',
                               now() - ago * interval '1 day'
                        from source, generate_series(2, 6) ago where name = 'Product'
                        """).update();
        jdbc.sql("delete from heartbeat where type = 'support' and last_received > now() - interval '1 day'")
                .update();

        assertThat(html(get(account))).containsOnlyOnce("Product has been silent since");
        assertThat(html(get(account + "/indicators/5"))).contains("this may be out of date");
        assertThat(html(get(account + "/indicators/1"))).doesNotContain("out of date");
        assertThat(html(get(account + "?asOf=" + days.today().minusDays(3)))).doesNotContain("has been silent");
        assertThat(html(get("/today"))).contains("1 source silent");
    }
}
