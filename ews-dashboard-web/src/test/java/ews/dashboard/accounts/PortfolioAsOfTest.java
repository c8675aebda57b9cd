package ews.dashboard.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.setup.FormTest;
import ews.dashboard.view.When;
import ews.detection.scoring.Health;
import ews.detection.scoring.ScoringBacklog;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.time.OrganisationDays;
import ews.sensors.source.Scope;
import ews.sensors.source.Sources;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The portfolio as it stood at the end of an earlier day. */
class PortfolioAsOfTest extends FormTest {

    private static final String SUBSCRIPTION = """
            ,{"type":"subscription","id":"s%1$d","time":"%2$sT09:00:00Z","account":"acme","status":"%3$s",\
            "value":%4$d,"seats":2,"currency":"EUR","renewalDate":"%5$s"}""";

    @Autowired
    private Sources sources;

    @Autowired
    private ScoringBacklog backlog;

    @Autowired
    private Health health;

    @Autowired
    private OrganisationDays days;

    private LocalDate then = LocalDate.EPOCH;

    /** Used daily until ten days ago; since five days ago it pays more and renews later, and now it cancelled. */
    @BeforeEach
    void anAccountThatChanged() {
        LocalDate today = days.today();
        then = today.minusDays(7);
        String key = sources.create("Product", Set.of(Scope.WRITE), false, Actor.SYSTEM)
                .key();
        String usage = IntStream.range(10, 100)
                .mapToObj(ago -> """
                        {"type":"usage","id":"u%d","time":"%sT10:00:00Z","account":"acme","user":"u1","name":"export"}""".formatted(ago, today.minusDays(ago)))
                .collect(Collectors.joining(","));
        assertThat(send(
                        key,
                        usage
                                + SUBSCRIPTION.formatted(1, today.minusDays(50), "active", 12_000, today.plusDays(40))
                                + SUBSCRIPTION.formatted(2, today.minusDays(5), "active", 36_000, today.plusDays(400))
                                + SUBSCRIPTION.formatted(
                                        3, today.minusDays(1), "cancelled", 36_000, today.plusDays(400))))
                .hasStatusOk();
        backlog.settle();
    }

    @Test
    void showsHealthRevenueAndRenewalOfThatDay() {
        var acme = new AccountId(
                jdbc.sql("select id from account").query(Long.class).single());
        var score = health.of(acme, then).orElseThrow();

        String page = html(get("/accounts?asOf=" + then));

        assertThat(page)
                .contains("as they stood at the end of", When.day(then))
                .contains("€12k", When.day(days.today().plusDays(40)))
                .contains(health.stories(List.of(acme), then).get(acme))
                .contains("<b>" + score.score().score().orElseThrow().tenths() / 10 + "</b>")
                .contains("/accounts/%s?asOf=%s".formatted(acme, then))
                .doesNotContain("€36k", "Start a play");
        assertThat(health.stories(List.of(acme), then))
                .hasEntrySatisfying(
                        acme,
                        story -> assertThat(story).isEqualTo(score.since7Days().story()));
    }

    @Test
    void filtersAndSortsByWhatWasTrueThen() {
        String renewing = html(get("/accounts?renewing=1&sort=change&asOf=" + then));

        assertThat(renewing).contains("acme");
        assertThat(html(get("/accounts"))).contains("No account matches");
        assertThat(html(get("/accounts?asOf=" + days.today().minusDays(200)))).contains("No account matches");
        for (String list : List.of("falling-fast", "renewals-90", "ready-to-expand", "no-touch")) {
            assertThat(get("/accounts?list=" + list + "&sort=touch&asOf=" + then))
                    .hasStatusOk();
        }
    }

    @Test
    void keepsTheDayInEveryOtherViewOfTheList() {
        String page = html(get("/accounts?asOf=" + then));

        assertThat(page).contains("/accounts?asOf=%s&amp;csm=all&amp;health=good".formatted(then));
        assertThat(page).contains("/accounts?asOf=%s&amp;csm=all&amp;sort=name".formatted(then));
        assertThat(html(get("/accounts?asOf=" + days.today()))).doesNotContain("as they stood at the end of");
    }

    @Test
    void refusesDaysToComeAndWhatIsNoDay() {
        assertThat(get("/accounts?asOf=" + days.today().plusDays(1))).hasStatus(400);
        assertThat(get("/accounts?asOf=yesterday")).hasStatus(400);
    }
}
