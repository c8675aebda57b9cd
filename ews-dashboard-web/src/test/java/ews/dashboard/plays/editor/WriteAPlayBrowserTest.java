package ews.dashboard.plays.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ews.browser.BrowserTest;
import ews.dashboard.view.When;
import ews.domain.member.Role;
import ews.domain.time.OrganisationDays;
import ews.domain.time.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager writes a play, starts it on an account, sees when its tasks are due, and changes the play later. */
class WriteAPlayBrowserTest extends BrowserTest {

    @Autowired
    private OrganisationDays days;

    @Autowired
    private When when;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void onlyTheStarterPlays() {
        jdbc.sql("delete from run").update();
        jdbc.sql("delete from play where key = 'sponsor-left'").update();
    }

    @Test
    void aPlayIsWrittenStartedAndChanged() {
        Page page = signedIn(Role.MANAGER);
        post(page, List.of("""
                {"type":"account","account":"birch","time":"%s","attributes":{"name":"Birch Yoga"}}
                """.formatted(days.now())));

        writes(page);
        starts(page);
        changes(page);
    }

    private void writes(Page page) {
        page.navigate("/plays");
        page.getByText("Write a play").click();
        button(page, "Save").click();
        assertThat(page.locator(".field-error:visible")).hasCount(4);
        assertReadable(page, "play-wrong");

        page.getByLabel("Name", exactly()).fill("Sponsor left");
        page.getByLabel("Description").fill("Whoever bought it is gone: find out who decides now.");
        task(step(page, 1), "Ask who decides now", "4");
        add(page, "Task");
        assertThat(step(page, 2)).isFocused();
        task(step(page, 2), "Call the sponsor", "2");
        button(page, "Move step 2 up").click();
        assertThat(step(page, 1).getByLabel("Title")).hasValue("Call the sponsor");
        step(page, 2).getByLabel("Counted from").selectOption("the step before");
        step(page, 2).getByLabel("Who does it").selectOption("Manager");
        add(page, "Wait until all tasks are done");
        step(page, 3).getByLabel("At most").fill("10");
        add(page, "Branch on a metric");
        assertThat(step(page, 4)).isFocused();
        step(page, 4).getByLabel("Metric").selectOption("Active users");
        step(page, 4).getByLabel("Value").fill("1");
        page.getByLabel("after", exactly()).selectOption("— Otherwise");
        add(page, "Task");
        task(step(page, 6), "Visit them", "1");
        assertReadable(page, "play-branch");
        assertReadable(page, "play-new");
        button(page, "Save").click();

        assertThat(page.locator(".flash.notice.good")).containsText("Sponsor left was saved and is on");
        assertThat(page.locator("ol.steps")).containsText("CSM, within 2 working days");
        assertThat(page.locator("ol.steps")).containsText("Manager, 4 working days after the step before");
    }

    private void starts(Page page) {
        page.navigate("/accounts/"
                + jdbc.sql("select id from account").query(Long.class).single());
        page.getByText("Start a play").click();
        Locator form = page.locator("form[action$='/plays']");
        form.locator("[name=play]").selectOption("sponsor-left");
        form.getByLabel("Why").fill("Their CTO has left");
        form.getByText("Start", new Locator.GetByTextOptions().setExact(true)).click();

        LocalDate call = WorkingDays.MONDAY_TO_FRIDAY.after(days.today(), 2);
        assertThat(task(page, "Call the sponsor")).containsText(when.due(call));
        assertThat(task(page, "Ask who decides now"))
                .containsText(when.due(WorkingDays.MONDAY_TO_FRIDAY.after(call, 4)));
    }

    private void changes(Page page) {
        page.navigate("/plays/sponsor-left");
        page.getByText("Edit", new Page.GetByTextOptions().setExact(true)).click();
        step(page, 2).getByLabel("Days until due").fill("3");
        add(page, "Watch list");
        step(page, 8).getByLabel("Put the account on").selectOption("Win-back");
        step(page, 8).getByLabel("Reason").fill("The sponsor left.");
        assertReadable(page, "play-edit");
        button(page, "Save as a draft").click();
        assertThat(page.locator("main")).containsText("What is different from version 1");
        assertReadable(page, "play-draft");
        tries(page);
        page.navigate("/plays/drafts/sponsor-left");
        page.getByLabel("Reason for the change").fill("Four days are too late");
        button(page, "Publish").click();

        Locator versions = page.locator("section[aria-labelledby=versions-title]");
        assertThat(versions).containsText("Four days are too late");
        assertThat(versions).containsText("Step 6 is new: the watch list “win-back”");
        assertThat(versions)
                .containsText(
                        "Step 2: due 3 working days after the step before, it was 4 working days after the step before");
        assertReadable(page, "play");
        versions.getByText("Begin with this one").click();
        assertThat(page.locator("main")).containsText("This is what version 1 said.");
        assertThat(step(page, 2).getByLabel("Days until due")).hasValue("4");
        assertReadable(page, "play-older");
    }

    private void tries(Page page) {
        page.getByText("Try it on an account").click();
        page.getByLabel("Account", exactly()).fill("birch");
        button(page, "Try it").click();
        LocalDate call = WorkingDays.MONDAY_TO_FRIDAY.after(days.today(), 2);
        assertThat(page.locator("ol.steps > li").first()).containsText("Task: Call the sponsor");
        assertThat(page.locator("ol.steps > li").first()).containsText(When.day(call));
        assertReadable(page, "play-dry-run");
    }

    private static void task(Locator step, String title, String days) {
        step.getByLabel("Title").fill(title);
        step.getByLabel("Text").fill("Be short and friendly.");
        step.getByLabel("Days until due").fill(days);
    }

    private static void add(Page page, String what) {
        page.getByLabel("Add", exactly()).selectOption(what);
        button(page, "Add").click();
    }

    private static Locator step(Page page, int number) {
        return page.locator("#row-" + number);
    }

    private static Locator task(Page page, String title) {
        return page.locator("ul.items > li", new Page.LocatorOptions().setHasText(title));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
