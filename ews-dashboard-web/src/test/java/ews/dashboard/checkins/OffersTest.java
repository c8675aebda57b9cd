package ews.dashboard.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.dashboard.view.When;
import ews.detection.scoring.ScoringBacklog;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a check-in suggests to offer, from the events of sources to the page. */
class OffersTest extends FormTest {

    @Autowired
    private Sources sources;

    @Autowired
    private ScoringBacklog backlog;

    @Autowired
    private OrganisationDays days;

    private String key = "";

    @BeforeEach
    void aSource() {
        key = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .key();
    }

    private void post(List<String> events) {
        assertThat(html(send(key, String.join(",", events)))).contains("\"rejected\":[]");
        backlog.settle();
    }

    private String used(String account, String user, String feature, int daysAgo) {
        return """
                {"type":"usage","id":"%1$s-%2$s-%3$s","time":"%4$sT10:00:00Z","account":"%1$s","user":"%2$s","name":"%3$s"}""".formatted(account, user, feature, days.today().minusDays(daysAgo));
    }

    private String subscribed(String account, int seats, int daysToRenewal) {
        return """
                {"type":"subscription","id":"s-%1$s","time":"%2$sT08:00:00Z","account":"%1$s","status":"active","seats":%3$d,"renewalDate":"%4$s"}""".formatted(
                account, days.today().minusDays(100), seats, days.today().plusDays(daysToRenewal));
    }

    private String reached(String account, String goal, int value, int target) {
        return """
                {"type":"outcome","id":"o-%1$s-%2$s","time":"%3$sT08:00:00Z","account":"%1$s","goal":"%2$s","value":%4$d,"target":%5$d}""".formatted(account, goal, days.today().minusDays(5), value, target);
    }

    private String checkIn(String account) {
        return html(get("/accounts/%d/check-in"
                .formatted(jdbc.sql("select id from account where key = :key")
                        .param("key", account)
                        .query(Long.class)
                        .single())));
    }

    @Test
    void theFactsSuggestSeatsTheRenewalReachedGoalsAndFeaturesThatOthersUse() {
        var events = new ArrayList<String>();
        events.add(subscribed("acme", 10, 40));
        for (int user = 1; user <= 9; user++) {
            events.add(used("acme", "u" + user, "report", 3));
        }
        events.add(used("acme", "u1", "export", 120));
        events.add(reached("acme", "Reports a month", 120, 100));
        events.add(reached("acme", "Time saved", 20, 100));
        for (String other : List.of("bolt", "cobalt")) {
            events.add(subscribed(other, 10, 300));
            events.add(used(other, "u1", "forecast", 3));
        }
        post(events);

        assertThat(checkIn("acme"))
                .contains("Offer more seats", "Active users of the last 28 days fill 90 % of the seats.")
                .contains("The subscription renews on %s, in 40 days."
                        .formatted(When.day(days.today().plusDays(40))))
                .contains("Ask what comes after “Reports a month”", "It is reached: 120 of 100.")
                .contains("Show them “forecast”", "2 of the 2 other accounts in their segment that were compared have.")
                .contains("Bring back “export”", "not in the last 90 days")
                .doesNotContain("Time saved");
    }

    @Test
    void whereTheFactsSuggestNothingThatIsSaid() {
        post(List.of(subscribed("acme", 100, 200), used("acme", "u1", "report", 3)));

        assertThat(checkIn("acme")).contains("The facts suggest nothing").doesNotContain("Offer more seats");
    }
}
