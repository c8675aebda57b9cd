package ews.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import ews.detection.override.Overrides;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.domain.time.OrganisationDays;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a check-in with an account that is not well to the plan that its people read. */
class CheckInBrowserTest extends BrowserTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Members members;

    @Autowired
    Overrides overrides;

    @Autowired
    OrganisationDays days;

    private Account poor(Page page) {
        Member csm = members.all().stream()
                .filter(member -> member.role() == Role.CSM)
                .findFirst()
                .orElseThrow();
        var events = new ArrayList<String>();
        events.add("""
                {"type":"account","account":"quarry","attributes":{"name":"Quarry Foods","plan":"enterprise","csm":"%s"}}""".formatted(csm.email()));
        events.add("""
                {"type":"subscription","id":"s","time":"%sT08:00:00Z","account":"quarry","status":"active","plan":"enterprise","seats":40,"value":120000,"currency":"USD","renewalDate":"%s"}""".formatted(days.today().minusDays(300), days.today().plusDays(65)));
        for (int user = 1; user <= 6; user++) {
            events.add("""
                    {"type":"usage","id":"u%1$d","time":"%2$sT10:00:00Z","account":"quarry","user":"u%1$d","name":"report.exported"}""".formatted(user, days.today().minusDays(2 + user)));
        }
        for (int ticket = 1; ticket <= 4; ticket++) {
            events.add("""
                    {"type":"support","id":"t%1$d","time":"%2$sT10:00:00Z","account":"quarry","ticket":"Z-%1$d","status":"open","priority":"high"}""".formatted(ticket, days.today().minusDays(4)));
        }
        events.add("""
                {"type":"user","account":"quarry","user":"u1","attributes":{"name":"Ida Berg","email":"ida@quarry.example"}}""");
        post(page, events);
        Account account = accounts.withKey("quarry").orElseThrow();
        overrides.set(account.id(), Band.POOR, "They said so.", days.today().plusDays(30), Actor.of(csm));
        settle();
        return account;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void aPoorAccountIsCheckedInWithAndItsPlanIsReadByTheCustomer() {
        Page page = signedIn(Role.CSM);
        Account account = poor(page);

        page.navigate("/tasks/check-ins");
        page.navigate("/accounts/" + account.id());
        page.getByText("Check in", new Page.GetByTextOptions().setExact(true)).click();
        assertReadable(page, "check-in");
        page.setViewportSize(1440, 900);
        page.getByLabel("Needs a plan").check();
        button(page, "Log it").click();
        assertThat(page.getByText("Please fill this in.")).isVisible();
        assertReadable(page, "check-in-refused");
        assertThat(page.getByLabel("Needs a plan")).isChecked();
        page.getByLabel("What was said").fill("Their champion left, and nobody was trained after that.");
        button(page, "Log it").click();
        assertThat(page.getByText("Now go on with the get-well plan.")).isVisible();

        page.getByLabel("Root cause: why are they not well?").fill("The champion left.");
        button(page, "Start a get-well plan").click();
        assertReadable(page, "plan-new");
        page.setViewportSize(1440, 900);
        page.getByText("Begin with it").first().click();
        page.getByLabel("What is to be better, in the customer’s words").fill("The whole team works with it again");
        button(page, "Add the objective").click();
        assertThat(page.locator("#objectives .objective b").first()).hasText("The whole team works with it again");

        page.getByLabel("What is done", new Page.GetByLabelOptions().setExact(true))
                .fill("Train the new people");
        button(page, "Add the step").click();
        page.getByText("Add a step").click();
        page.getByLabel("What is done", new Page.GetByLabelOptions().setExact(true))
                .fill("Name a new champion");
        page.getByLabel("Somebody at the customer").check();
        page.getByLabel("Who at the customer").fill("Ida Berg");
        button(page, "Add the step").click();
        assertThat(page.locator("#steps .items > li")).hasCount(2);
        button(page, "The customer agrees").click();
        button(page, "Done: Train the new people").click();
        assertThat(page.getByText("1 of 2 steps done").first()).isVisible();

        button(page, "Make a link").click();
        String link = page.locator("#new-link").innerText();
        assertReadable(page, "plan");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.getByText("Root cause", new Page.GetByTextOptions().setExact(true)))
                .not()
                .isVisible();
        assertThat(page.getByText("The whole team works with it again").first()).isVisible();
        picture(page, "plan-printed");

        Page theirs = page();
        theirs.navigate(link);
        assertThat(theirs.getByText("Our plan for")).isVisible();
        assertThat(theirs.getByText("Ida Berg")).isVisible();
        assertThat(theirs.getByText("The champion left.")).hasCount(0);
        assertReadable(theirs, "plan-shared");
        theirs.navigate("/shared/plan/invented");
        assertThat(theirs.getByText("This link does not work any more").first()).isVisible();
        assertReadable(theirs, "plan-link-over");
        forgetComplaints();
    }
}
