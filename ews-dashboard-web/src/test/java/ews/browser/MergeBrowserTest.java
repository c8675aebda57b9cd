package ews.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import ews.dashboard.Given;
import ews.domain.account.AccountId;
import ews.domain.account.Archive;
import ews.domain.account.Parents;
import ews.domain.audit.Actor;
import ews.domain.member.Role;
import ews.domain.score.Band;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An admin makes one account of two, and two of one. */
class MergeBrowserTest extends BrowserTest {

    @Autowired
    private Given given;

    @Autowired
    private Parents parents;

    @Autowired
    private Archive archive;

    @Test
    void twoAccountsBecomeOneAndTwoAgain() {
        Page page = signedIn(Role.ADMIN);
        AccountId account =
                given.anAccount("Quarry Foods").scored(Band.POOR, 291, -90).exists();
        given.anAccount("Quarry Foods Ltd").scored(Band.GOOD, 812, 0).exists();
        given.anAlert(account, "renewal", "Renews in 30 days");
        page.navigate("/accounts/" + account + "/settings");
        assertReadable(page, "account-settings");

        page.getByLabel("The other account").fill("Quarry Foods Ltd");
        page.getByText("See what moves").click();
        assertThat(page.locator("#merge-title")).hasText("Quarry Foods Ltd into Quarry Foods");
        assertReadable(page, "merge");

        page.getByLabel("Type “merge”").fill("merge");
        page.getByText("Merge the accounts").click();
        assertThat(page.locator("#touchpoints"))
                .containsText("Quarry Foods Ltd (quarry-foods-ltd) was merged into this account.");

        page.navigate("/setup/accounts");
        assertReadable(page, "merges");
        page.locator("td").getByText("Undo").click();
        assertThat(page.locator("h1")).hasText("quarry-foods-ltd");
        page.navigate("/setup/accounts");
        assertThat(page.locator("tbody")).containsText("undone by");
    }

    @Test
    void accountsThatBelongTogetherAndArchivedOnesAreReadable() {
        Page page = signedIn(Role.ADMIN);
        AccountId group =
                given.anAccount("Quarry Group").scored(Band.AVERAGE, 550, 0).exists();
        AccountId foods =
                given.anAccount("Quarry Foods").scored(Band.POOR, 291, -90).exists();
        AccountId north =
                given.anAccount("Quarry North").scored(Band.GOOD, 812, 0).exists();
        parents.set(foods, group, Actor.SYSTEM);
        parents.set(north, group, Actor.SYSTEM);

        page.navigate("/accounts/" + group);
        assertReadable(page, "account-with-parts");

        archive.archive(foods, Actor.SYSTEM);
        page.navigate("/accounts/" + foods);
        assertThat(page.locator("main .notice.average")).containsText("No event has come in since.");
        assertReadable(page, "account-archived");
        page.navigate("/accounts?csm=all&archived=1");
        assertReadable(page, "accounts-archived");
    }
}
