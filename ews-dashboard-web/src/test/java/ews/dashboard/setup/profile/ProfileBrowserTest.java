package ews.dashboard.setup.profile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ews.browser.BrowserTest;
import ews.detection.segment.Segments;
import ews.domain.member.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProfileBrowserTest extends BrowserTest {

    @Autowired
    private Segments segments;

    private Page open(Page page) {
        signIn(page, Role.ADMIN);
        page.navigate("/setup/segments/" + segments.all().getLast().id() + "/profile");
        return page;
    }

    @Test
    void theAdviceFollowsWhatIsTyped() {
        Page page = open(page());
        assertThat(page.locator("#advice")).containsText("Weights: 100 of 100");

        page.getByLabel("Weight", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill("1");
        page.keyboard().press("Tab");

        assertThat(page.locator("#advice")).containsText("they must add up to 100 to publish");
    }

    @Test
    void enterChecksAndChangesNothing() {
        Page page = open(page());
        page.getByLabel("Good from").fill("many");

        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was changed yet");
        assertThat(page.getByLabel("Good from")).hasValue("many");
    }

    @Test
    void publishesWithAReason() {
        Page page = open(page());
        page.getByLabel("Why this change?").fill("Good begins a little later");
        page.getByLabel("Good from").fill("77");

        page.getByText("Publish as a new version").click();

        assertThat(page.locator("main .notice.good")).containsText("is live");
        assertThat(page.locator(".entries li").first()).containsText("Good begins a little later");
    }

    @Test
    void previewsWhatAChangeWouldDoAndPublishesIt() {
        Page page = open(page());
        page.getByLabel("Good from").fill("78");
        page.getByText("Preview what it would change").click();

        assertThat(page.locator("h1")).containsText("Preview: profile of");
        assertThat(page.locator("#moves")).isVisible();
        assertThat(page.locator("main")).containsText("Good from 78");
        assertReadable(page, "preview");

        page.getByLabel("Why this change?").fill("Good begins later");
        page.getByText("Publish as a new version").click();
        assertThat(page.locator("main .notice.good")).containsText("is live");
        assertThat(page.locator(".entries li").first()).containsText("Good begins later");
    }

    @Test
    void everybodyCanReadWhatIsWrong() {
        Page page = open(page());
        page.getByLabel("Good from").fill("many");
        page.getByText("Publish as a new version").click();

        assertReadable(page, "profile-wrong");
    }
}
