package ews.dashboard.setup.segment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import ews.browser.BrowserTest;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.member.Role;
import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The way from an idea to a number that can be traced: an admin builds a segment and its profile from nothing, sees what
 * they would change and how they would have done, and makes them count; a CSM follows a score down to one event.
 */
class BuildASegmentBrowserTest extends BrowserTest {

    private static final int WEEKS = 52;

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY = new LocatorAssertions.IsVisibleOptions()
            .setTimeout(Duration.ofMinutes(1).toMillis());

    @Autowired
    private Segments segments;

    @Autowired
    private OrganisationDays days;

    private final List<String> events = new ArrayList<>();

    /** Amber thrives, Birch has a single user, and Dune was silent for ten weeks before it cancelled. */
    @BeforeEach
    void threeStudiosAndAShop() {
        LocalDate cancelled = days.today().minusWeeks(20);
        customer("amber", "Amber Yoga", "studio", 3, days.today());
        customer("birch", "Birch Yoga", "studio", 1, days.today());
        customer("dune", "Dune Yoga", "studio", 3, cancelled.minusWeeks(10));
        customer("shop", "Corner Shop", "shop", 3, days.today());
        event("subscription", "dune", cancelled, "\"status\":\"cancelled\"");
    }

    @AfterEach
    void leaveTheStarterSegments() {
        segments.all().stream()
                .filter(it -> it.name().equals("Studios"))
                .forEach(it -> segments.delete(it.id(), Actor.SYSTEM));
    }

    private void customer(String key, String name, String plan, int users, LocalDate until) {
        LocalDate start = days.today().minusWeeks(WEEKS).minusDays(1);
        events.add("""
                {"type":"account","account":"%s","time":"%sT08:00:00Z","attributes":{"name":"%s"}}
                """.formatted(key, start, name));
        event("subscription", key, start, """
                "status":"active","plan":"%s","seats":5,"value":12000,"currency":"EUR"
                """.formatted(plan));
        for (LocalDate day = start; day.isBefore(until); day = day.plusWeeks(1)) {
            for (int user = 1; user <= users; user++) {
                event("usage", key, day, "\"name\":\"class.booked\",\"user\":\"u%d\"".formatted(user));
            }
        }
    }

    private void event(String type, String account, LocalDate day, String fields) {
        events.add("""
                {"type":"%s","id":"e%d","account":"%s","time":"%sT10:00:00Z",%s}
                """.formatted(type, events.size(), account, day, fields));
    }

    @Test
    void anAdminBuildsASegmentAndACsmTracesAScoreToAnEvent() {
        Page admin = signedIn(Role.ADMIN);
        post(admin, events);

        describesTheSegment(admin);
        fillsItsProfileIn(admin);
        seesWhatWouldChange(admin);
        admin.getByText("Save and make it count").click();
        assertThat(admin.locator(".flash.notice.good")).containsText("Saved.");
        assertThat(admin.locator("tbody")).containsText("Studios");
        settle();

        followsAScore(signedIn(Role.CSM));
    }

    private void describesTheSegment(Page page) {
        page.navigate("/setup/segments");
        page.getByText("Add a segment").click();
        page.getByLabel("Name").fill("Studios");
        page.getByLabel("Attribute").fill("plan");
        page.getByLabel("is one of").fill("studio");

        Locator catchment = page.locator("#catchment");
        assertThat(catchment).containsText("2 accounts would be in it today");
        assertThat(catchment).containsText("2 from Established");
        assertThat(catchment).containsText("Birch Yoga");
        assertThat(catchment).not().containsText("Corner Shop");
        assertThat(catchment).not().containsText("Dune Yoga"); // which has cancelled

        page.getByText("Condition on a metric").click();
        page.getByLabel("Metric").selectOption("tenure");
        page.getByLabel("Value").fill("soon");
        assertThat(page.locator(".field-error:visible")).hasText("A number, like 40 or 12.5.");
        page.getByLabel("Value").fill("30");
        assertThat(page.locator(".field-error:visible")).hasCount(0);
        assertThat(catchment).containsText("2 accounts would be in it today");
        assertReadable(page, "new-segment");

        page.getByLabel("Its health profile begins as").selectOption("blank");
        page.getByText("Preview what it would change").click();
    }

    private void fillsItsProfileIn(Page page) {
        assertThat(page.locator("h1")).hasText("Health profile of Studios");
        indicator(page, 0, "PRODUCT_USAGE", "active_users", "0", "3");
        page.getByText("Add an indicator").click();
        indicator(page, 1, "PRODUCT_USAGE", "active_days", "4", "8");
        weight(page, 0).fill("60");
        page.keyboard().press("Tab");
        assertThat(weight(page, 1)).hasValue("40");
        assertThat(page.locator("#advice")).containsText("Weights: 100 of 100");
        assertReadable(page, "new-profile");
        page.getByText("Preview what it would change").click();
    }

    private static Locator weight(Page page, int place) {
        return page.getByLabel("Weight", new Page.GetByLabelOptions().setExact(true))
                .nth(place);
    }

    private static void indicator(Page page, int place, String group, String metric, String poorAt, String goodAt) {
        page.getByLabel("Group").nth(place).selectOption(group);
        page.getByLabel("Metric").nth(place).selectOption(metric);
        page.getByLabel("Fully poor at").nth(place).fill(poorAt);
        page.getByLabel("Fully good at").nth(place).fill(goodAt);
    }

    private void seesWhatWouldChange(Page page) {
        assertThat(page.locator("h1")).hasText("Preview: segments");
        assertThat(page.locator("main")).containsText("Studios is new and takes accounts whose plan is studio");
        assertThat(page.locator("#groups")).isVisible(PATIENTLY);
        assertThat(page.locator("progress")).hasCount(0);
        assertThat(section(page, "groups")).containsText("2 accounts would be in another segment");
        assertThat(section(page, "moves")).containsText("Birch Yoga");
        assertThat(section(page, "moves")).containsText("Average");
        assertThat(section(page, "back-test")).containsText("1 of 1");
        assertReadable(page, "preview-segments");
    }

    private static Locator section(Page page, String title) {
        return page.locator("section[aria-labelledby=" + title + "]");
    }

    private void followsAScore(Page page) {
        page.navigate("/accounts?csm=all");
        page.locator("tr", new Page.LocatorOptions().setHasText("Birch Yoga"))
                .locator("a.open")
                .click();
        page.getByLabel("Open the full page").click();
        assertThat(page.locator("h1")).containsText("Birch Yoga");
        assertThat(page.locator("main")).containsText("In segment Studios because plan is studio");
        page.locator(".full-score a.link").first().click();

        assertThat(page.locator("h1")).hasText("Active users, 28 days");
        assertThat(section(page, "points")).containsText("1 user is 33.3 % of the way");
        assertThat(section(page, "days").locator("svg").first()).isVisible();
        section(page, "events").getByText("JSON").first().click();
        assertThat(section(page, "events").locator("code").first()).containsText("\"account\":\"birch\"");
        assertReadable(page, "trace");
    }
}
