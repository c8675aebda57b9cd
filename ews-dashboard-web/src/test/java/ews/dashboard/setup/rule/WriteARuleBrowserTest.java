package ews.dashboard.setup.rule;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import ews.browser.BrowserTest;
import ews.detection.rule.Rules;
import ews.domain.member.Role;
import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An admin writes a rule as a sentence, tries it on the past and switches it on; a POST makes it raise an alert that a CSM
 * follows down to the events, and that is resolved by itself when its condition is gone.
 */
class WriteARuleBrowserTest extends BrowserTest {

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY = new LocatorAssertions.IsVisibleOptions()
            .setTimeout(Duration.ofMinutes(1).toMillis());

    @Autowired
    private Rules rules;

    @Autowired
    private OrganisationDays days;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void theStarterRules() {
        jdbc.sql("delete from alert").update();
        jdbc.sql("delete from rule").update();
        rules.afterSingletonsInstantiated();
    }

    private String ticket(String id, int daysAgo, String account, String status) {
        LocalDate day = days.today().minusDays(daysAgo);
        String time = daysAgo == 0 ? days.now().toString() : day + "T10:00:00Z";
        return """
                {"type":"support","id":"%s-%s","account":"%s","time":"%s","ticket":"%s","status":"%s","priority":"high"}
                """.formatted(id, status, account, time, id, status);
    }

    @Test
    void anAdminWritesARuleAndItsAlertComesAndGoes() {
        Page admin = signedIn(Role.ADMIN);
        post(
                admin,
                List.of(
                        ticket("Z-1", 40, "birch", "open"),
                        ticket("Z-2", 39, "birch", "open"),
                        ticket("Z-1", 20, "birch", "solved"),
                        ticket("A-1", 30, "amber", "open")));

        writesTheRule(admin);
        triesItOnThePast(admin);

        Page csm = signedIn(Role.CSM);
        post(csm, List.of(ticket("A-2", 0, "amber", "open")));
        findsTheAlert(csm);

        post(csm, List.of(ticket("A-1", 0, "amber", "solved")));
        csm.reload();
        assertThat(csm.locator("main")).containsText("Resolved");
    }

    private void writesTheRule(Page page) {
        page.navigate("/setup/rules");
        page.getByText("Add a rule").click();
        page.getByText("A number reaches a limit").click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Two tickets at once");
        page.getByLabel("Metric").selectOption("open_tickets");
        page.getByLabel("Value").fill("2");
        page.getByLabel("Days gone until resolved").fill("0");
        page.getByLabel("Days until the next alert").fill("0");

        assertThat(page.locator("#matching"))
                .containsText("When open tickets reached 2 tickets or more, for all accounts");
        assertThat(page.locator("#matching")).containsText("It holds for 0 accounts of 2 today");
        assertReadable(page, "new-rule");
        page.getByText("Dry run over the past 90 days").last().click();
    }

    private void triesItOnThePast(Page page) {
        assertThat(page.locator("h1")).hasText("Dry run: Two tickets at once");
        assertThat(page.locator("#reason")).isVisible(PATIENTLY);
        assertThat(page.locator("main"))
                .containsText("It would have raised 1 alert for 1 account in the past 90 days.");
        assertThat(page.locator("main")).containsText("Open tickets: 2 tickets");
        assertReadable(page, "dry-run");

        page.locator("#reason").fill("Two at once are too many");
        page.getByText("Switch it on for new entrants only").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.locator(".flash.notice.good")).containsText("Two tickets at once was saved and is on.");
        assertReadable(page, "rule");
        settle();
    }

    private void findsTheAlert(Page page) {
        page.navigate("/alerts?member=all");
        Locator alert = page.getByText("Open tickets: 2 tickets").first();
        assertThat(alert).isVisible();
        long id = jdbc.sql("select id from alert where title = 'Open tickets: 2 tickets'")
                .query(Long.class)
                .single();
        page.navigate("/alerts/" + id);
        assertThat(page.locator("main")).containsText("at least 2 tickets");
        assertThat(page.locator("main")).containsText("A-2");
        assertReadable(page, "rule-alert");
    }
}
