package ews.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.detection.scoring.ScoringBacklog;
import ews.domain.member.Role;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the source's page over the intake to the inbox: what a calm, and then a silent, source holds back. */
class HeldBackTest extends FormTest {

    private static final String CALM = "Nothing is raised from the events of Product until";
    private static final String SILENT = "Product has sent no usage events since";

    @Autowired
    private ScoringBacklog backlog;

    @Autowired
    private OrganisationDays days;

    private String key = "";
    private int tickets;

    @Test
    void fallenUsageIsHeldBackWhileItsSourceIsCalmOrSilentAndRaisedTheDayAfterItIsHeard() {
        String source = connectCalmly();
        send(key, usageUntil(days.today().minusDays(30)));
        backlog.settle();

        assertThat(usageAlerts()).isEmpty();
        assertThat(html(get("/alerts"))).contains(CALM, "href=\"" + source + "\"");

        fallSilent();
        assertThat(follow(post(source + "/calm/end")))
                .contains("raise alerts again", "It has been silent for longer than usual");
        ticket();

        assertThat(usageAlerts()).isEmpty();
        assertThat(html(get("/alerts"))).contains(SILENT).doesNotContain(CALM);
        assertThat(html(getAs(joined("Cem Kaya", Role.CSM), "/alerts")))
                .contains(SILENT)
                .doesNotContain("href=\"" + source + "\"");

        send(key, usage("beta", "u1", days.today()));
        ticket();
        assertThat(usageAlerts()).isEmpty();
        assertThat(html(get("/alerts"))).doesNotContain(SILENT);

        thatWasYesterday();
        ticket();
        assertThat(usageAlerts()).containsExactly("active-users-decline");
    }

    /** The path of its page. */
    private String connectCalmly() {
        String page =
                follow(post("/setup/sources", "name", "Product", "write", "on", "alerts", "calm", "calmDays", "7"));
        Matcher made = Pattern.compile("ews_[A-Za-z0-9_-]{20,}").matcher(page);
        assertThat(made.find()).isTrue();
        key = made.group();
        return "/setup/sources/"
                + jdbc.sql("select id from source").query(Integer.class).single();
    }

    /** Used by twelve people daily, from 80 days ago on. */
    private String usageUntil(LocalDate last) {
        return days.today()
                .minusDays(80)
                .datesUntil(last)
                .flatMap(day -> IntStream.range(0, 12).mapToObj(user -> usage("acme", "u" + user, day)))
                .collect(Collectors.joining(","));
    }

    private static String usage(String account, String user, LocalDate day) {
        return """
                {"type":"usage","id":"%2$s-%3$s","time":"%3$sT00:00:00Z","account":"%1$s","user":"%2$s","name":"export"}""".formatted(account, user, day);
    }

    /** Something else happens at the account, so that its rules are judged. */
    private void ticket() {
        String event = """
                {"type":"support","id":"t%1$d","time":"%2$sT00:00:00Z","account":"acme","ticket":"Z-%1$d","status":"open"}""";
        send(key, event.formatted(++tickets, days.today()));
        backlog.settle();
    }

    private void fallSilent() {
        jdbc.sql("delete from heartbeat where type = 'usage'").update();
        jdbc.sql("""
                        insert into heartbeat (source_id, type, day, first_received, last_received)
                        select id, 'usage', :today::date - ago, now() - ago * interval '1 day',
                               now() - ago * interval '1 day'
                        from source, generate_series(2, 6) ago
                        """).param("today", days.today()).update();
    }

    private void thatWasYesterday() {
        jdbc.sql("""
                        update heartbeat set day = day - 1, first_received = first_received - interval '1 day',
                                             last_received = last_received - interval '1 day'
                        where day = :today
                        """).param("today", days.today()).update();
    }

    private List<String> usageAlerts() {
        return jdbc.sql("""
                        select rule.key from alert join rule on rule.id = alert.rule_id
                        join account on account.id = alert.account_id
                        where account.key = 'acme' and rule.key = 'active-users-decline'
                        """).query((row, _) -> row.getString("key")).list();
    }
}
