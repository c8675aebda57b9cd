package ews.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import ews.domain.member.Role;
import org.junit.jupiter.api.Test;

class ShellBrowserTest extends BrowserTest {

    @Test
    void theSignInPageFitsAndIsAccessible() {
        Page page = page();
        page.navigate("/sign-in");

        assertReadable(page, "sign-in");
    }

    @Test
    void theShellFitsAndIsAccessible() {
        Page page = signedIn(Role.ADMIN);

        assertReadable(page, "me");
    }

    @Test
    void onAPhoneAPageEndsWithWhatIsOnIt() {
        Page page = signedIn(Role.CSM);
        page.setViewportSize(360, 900);
        page.navigate("/me/notices/choices");

        Object nothing = page.evaluate("""
                () => document.documentElement.scrollHeight
                  - Math.ceil(document.querySelector('main').getBoundingClientRect().bottom + scrollY)""");

        assertThat(((Number) nothing).intValue()).isLessThanOrEqualTo(1);
    }

    @Test
    void aMemberSignsInAndOut() {
        Page page = signedIn(Role.CSM);

        page.getByLabel("Account menu of CSM Example").click();
        page.getByText("Sign out").click();

        assertThat(page.getByText("You are signed out.")).isVisible();
    }

    @Test
    void thePaletteFindsPagesWithTheKeyboardAlone() {
        Page page = signedIn(Role.ADMIN);

        page.keyboard().press("Control+k");
        page.keyboard().type("audit");
        assertThat(page.locator("#palette-results [aria-selected=true]")).containsText("Audit log");
        assertAccessible(page);
        picture(page, "palette");

        page.keyboard().press("Escape");
        assertThat(page.locator("#palette")).isHidden();
    }

    @Test
    void theListOfKeysOpensWithAQuestionMark() {
        Page page = signedIn(Role.CSM);

        page.keyboard().press("?");

        assertThat(page.locator("#keys")).isVisible();
        assertAccessible(page);
        picture(page, "keys");
    }

    @Test
    void theThemeIsSwitchedAndRemembered() {
        Page page = signedIn(Role.CSM);

        page.getByLabel("Switch between light and dark").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");

        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    @Test
    void whatIsNotThereIsSaidInTheLookOfTheProduct() {
        Page page = signedIn(Role.ADMIN);
        page.navigate("/setup/not-there");

        assertThat(page.getByText("There is nothing at this address.")).isVisible();
        assertAccessible(page);
        picture(page, "not-found");
        forgetComplaints();
    }
}
