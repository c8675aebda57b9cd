package ews.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import ews.domain.member.Role;
import ews.sensors.fact.NameReplays;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A name that nobody expected becomes a login. */
class NamesBrowserTest extends BrowserTest {

    @Autowired
    NameReplays replays;

    @Test
    void anAdminSaysWhatANameCountsAs() {
        Page page = signedIn(Role.ADMIN);
        post(page, List.of(usage("e1", "Signed In"), usage("e2", "Report Exported"), usage("e3", "debug_tick")));
        page.navigate("/setup/sources");
        page.getByText("Product").first().click();
        page.getByText("Decide what they count as").click();
        assertThat(page.locator("main")).containsText("debug_tick");

        page.getByLabel("Signed In").check();
        page.getByLabel("They count as").selectOption("login");
        page.getByText("Decide", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator("#replay")).containsText("Stored events of 1 account still count as before");
        assertReadable(page, "names");
        page.getByText("Read stored events again").click();
        assertThat(page.locator("#replay")).containsText("Stored events are read with the rules of now");
        replays.work();
        assertThat(page.locator("#replay")).isEmpty();
    }

    private static String usage(String id, String name) {
        return """
                {"type": "usage", "id": "%s", "time": "%sT10:00:00Z", "account": "acme", "user": "u1", "name": "%s"}
                """.formatted(id, LocalDate.now(ZoneOffset.UTC).minusDays(2), name);
    }
}
