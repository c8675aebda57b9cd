package ews.dashboard.setup.profile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import ews.browser.BrowserTest;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.member.Role;
import ews.domain.time.OrganisationDays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SuggestionBrowserTest extends BrowserTest {

    @Autowired
    private Segments segments;

    @Autowired
    private Profiles profiles;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OrganisationDays days;

    @Test
    void anAdminAsksForWeightsLooksAtThemAndMakesThemTheDraft() {
        int segment = segments.all().getLast().id();
        new PlantedPast(jdbc, profiles, days).plant(segment, 80);
        Page page = page();
        signIn(page, Role.ADMIN);
        page.navigate("/setup/segments/" + segment + "/profile");

        page.getByText("Suggest weights", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("#weights + .answer"))
                .containsText(
                        "told better than the current ones",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        assertReadable(page, "suggestion");

        page.getByText("Use as draft").click();
        assertThat(page.locator(".flash.notice.good")).containsText("The suggested weights are the draft now");
        assertThat(page.locator("#advice")).containsText("Weights: 100 of 100");
    }
}
