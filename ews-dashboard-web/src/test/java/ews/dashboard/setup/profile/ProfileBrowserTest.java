package ews.dashboard.setup.profile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ews.browser.BrowserTest;
import ews.detection.segment.Segments;
import ews.domain.member.Role;
import ews.domain.time.OrganisationDays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProfileBrowserTest extends BrowserTest {

    @Autowired
    private Segments segments;

    @Autowired
    private OrganisationDays days;

    private Page open(Page page) {
        signIn(page, Role.ADMIN);
        page.navigate("/setup/segments/" + segments.all().getLast().id() + "/profile");
        return page;
    }

    @Test
    void theAdviceFollowsWhatIsTyped() {
        Page page = open(page());
        assertThat(page.locator("#advice")).containsText("Weights: 100 of 100");

        page.locator(".lock input").all().forEach(Locator::check);
        weight(page, 0).fill("1");
        page.keyboard().press("Tab");

        assertThat(page.locator("#advice")).containsText("they must add up to 100 to publish");
    }

    /** The starter profile's weights are 40, 15, 25, 10 and 10. */
    @Test
    void theOtherWeightsMoveInProportionUnlessTheyAreLocked() {
        Page page = open(page());
        page.getByLabel("Locked weight of indicator 2").check();

        weight(page, 0).fill("55");
        page.keyboard().press("Tab");

        assertThat(weight(page, 0)).hasValue("55");
        assertThat(weight(page, 1)).hasValue("15");
        assertThat(weight(page, 2)).hasValue("16");
        assertThat(weight(page, 3)).hasValue("7");
        assertThat(weight(page, 4)).hasValue("7");
        assertThat(page.locator("#advice")).containsText("Weights: 100 of 100");
    }

    @Test
    void locksStayWhenAnIndicatorIsAdded() {
        Page page = open(page());
        page.getByLabel("Locked weight of indicator 2").check();

        page.getByText("Add an indicator").click();

        assertThat(page.getByLabel("Locked weight of indicator 6")).not().isChecked();
        assertThat(page.getByLabel("Locked weight of indicator 2")).isChecked();
    }

    @Test
    void noWeightTakesMoreThanTheOthersCanGive() {
        Page page = open(page());

        weight(page, 0).fill("500");
        page.keyboard().press("Tab");

        assertThat(weight(page, 0)).hasValue("96");
        assertThat(weight(page, 4)).hasValue("1");
    }

    @Test
    void saysThatNothingCanMoveWhereAllOthersAreLocked() {
        Page page = open(page());
        page.locator(".lock input").all().forEach(Locator::check);

        weight(page, 0).fill("30");
        page.keyboard().press("Tab");

        assertThat(weight(page, 0)).hasValue("30");
        assertThat(page.locator("#weights-say"))
                .hasText("All other weights are locked: unlock one, or set this one to 40.");
    }

    @Test
    void anIndicatorIsComparedWithPeers() {
        Page page = open(page());
        page.getByLabel("Read").first().selectOption("PEERS");
        page.getByLabel("Why this change?").fill("Against others");
        page.getByText("Publish as a new version").click();

        assertThat(page.locator(".flash.notice.good")).containsText("is live");
        assertThat(page.getByLabel("Read").first()).hasValue("PEERS");
    }

    @Test
    void aVersionIsPlannedForADayToComeAndTakenBack() {
        Page page = open(page());
        page.getByLabel("Good from").fill("79");
        page.getByLabel("Why this change?").fill("From next week on");
        page.getByLabel("In force from").fill(days.today().plusDays(7).toString());
        page.getByText("Publish as a new version").click();

        assertThat(page.locator(".flash.notice.good")).containsText("will be live from");
        assertThat(page.locator(".entries li").first()).containsText("Planned");
        assertReadable(page, "profile-planned");

        page.getByText("Take back").click();
        assertThat(page.locator(".flash.notice.good")).containsText("was taken back");
        assertThat(page.locator(".entries")).not().containsText("From next week on");
    }

    private static Locator weight(Page page, int place) {
        return page.getByLabel("Weight", new Page.GetByLabelOptions().setExact(true))
                .nth(place);
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

        assertThat(page.locator(".flash.notice.good")).containsText("is live");
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
        assertThat(page.locator(".flash.notice.good")).containsText("is live");
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
