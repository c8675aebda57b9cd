package ews.dashboard.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import ews.browser.BrowserTest;
import ews.dashboard.Given;
import ews.domain.account.AccountId;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.score.Band;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A CSM knows better than the score, for some time. */
class BandDecisionBrowserTest extends BrowserTest {

    @Autowired
    private Given given;

    @Autowired
    private Members members;

    @Test
    void aBandIsDecidedOnShownAndEnded() {
        Page page = signedIn(Role.CSM);
        Member csm = members.all().stream()
                .filter(it -> it.role() == Role.CSM)
                .findFirst()
                .orElseThrow();
        AccountId account = given.anAccount("Quarry Foods")
                .of(csm)
                .scored(Band.POOR, 291, -90)
                .exists();
        page.navigate("/accounts/" + account);

        page.getByText("Judge the health yourself").click();
        Locator form = page.locator("form[action$='/band']");
        form.getByLabel("It is").selectOption("good");
        form.getByLabel("Until").fill(given.today().plusDays(10).toString());
        form.getByLabel("Why").fill("they signed for three more years");
        form.getByText("Decide").click();

        Locator notice = page.locator("main .notice.accent");
        assertThat(notice).containsText("decided on good: they signed for three more years");
        assertThat(page.locator("section[aria-labelledby=score-title]")).containsText("Good");
        assertReadable(page, "decided");

        notice.getByText("End it").click();
        assertThat(page.locator("main .notice.accent")).hasCount(0);
        // Nothing but the decision made it good: without facts, the score itself is unknown.
        assertThat(page.locator("section[aria-labelledby=score-title]")).containsText("Unknown");
    }
}
