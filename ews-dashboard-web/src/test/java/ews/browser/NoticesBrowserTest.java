package ews.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ews.dashboard.Given;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.plays.channel.MemberSlack;
import ews.plays.followup.FollowUp;
import ews.plays.notice.NewNotice;
import ews.plays.notice.NoticeKind;
import ews.plays.notice.Notices;
import ews.plays.task.Task;
import ews.plays.task.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a manager is told of, and what is left lying. */
@Import(Given.class)
class NoticesBrowserTest extends BrowserTest {

    @Autowired
    Given given;

    @Autowired
    Members members;

    @Autowired
    Tasks tasks;

    @Autowired
    FollowUp followUp;

    @Autowired
    Notices notices;

    @Autowired
    MemberSlack slack;

    @Autowired
    JdbcClient jdbc;

    private Page page;
    private Member manager;
    private AccountId account;

    @BeforeEach
    void anAccount() {
        page = signedIn(Role.MANAGER);
        manager = members.all().getFirst();
        Member csm = members.ensure("chloe.tan@example.com", "Chloe Tan", Role.CSM, false);
        account = given.anAccount("Quarry Foods")
                .of(csm)
                .scored(Band.POOR, 291, -90)
                .exists();
        given.scoredOn(account, given.today(), Band.POOR, 291);
        Task task = tasks.add(account, "Call the sponsor", "", given.today(), csm.id(), Actor.SYSTEM);
        tasks.add(account, "Send the usage report of October", "", given.today(), csm.id(), Actor.SYSTEM);
        jdbc.sql("update task set due_on = due_on - 9 - (id - :id)::int")
                .param("id", task.id().value())
                .update();
    }

    @Test
    void whatIsLeftLyingAndEscalatedIsReadable() {
        page.navigate("/follow-up");
        assertReadable(page, "follow-up-overdue");

        followUp.check();
        given.anAccount("Cobalt Robotics").exists();
        given.anAccount("Zephyr Studio").exists();
        AlertId alert = given.anAlert(account, "active-users-decline", "Active users fell 32 %: from 245 to 166");
        jdbc.sql("update alert set raised_on = raised_on - 10 where id = :id")
                .param("id", alert.value())
                .update();
        page.reload();
        assertThat(page.getByText("Accounts without a CSM who can work")).isVisible();
        assertReadable(page, "follow-up");

        page.navigate("/tasks?member=all");
        assertReadable(page, "tasks-follow-up");
    }

    @Test
    void whereNothingIsLeftLyingThePageSaysSo() {
        jdbc.sql("delete from task").update();

        page.navigate("/follow-up");

        assertThat(page.getByText("Everything is followed up")).isVisible();
        assertReadable(page, "follow-up-clear");
    }

    @Test
    void noticesAreReadAndChosen() {
        followUp.check();
        notices.tell(
                manager.id(),
                new NewNotice(
                        NoticeKind.MENTIONED,
                        "comment 1",
                        account,
                        "Chloe Tan: @Mona, do you know their new sponsor? They do not answer me.",
                        "/accounts/" + account));
        page.navigate("/today");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Notices, 3 are new")))
                .isVisible();
        picture(page, "today-notices");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Notices, 3 are new"))
                .click();
        assertReadable(page, "notices");

        page.navigate("/me/notices/choices");
        page.getByLabel("How: Somebody mentions me").selectOption("PRODUCT");
        page.getByLabel("When: A task of mine is due").selectOption("AT_ONCE");
        page.getByLabel("Quiet from").fill("20:00");
        page.getByLabel("Quiet to").fill("07:00");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
        assertThat(page.getByText("Saved. It counts from now on.")).isVisible();
        assertThat(page.getByLabel("How: Somebody mentions me")).hasValue("PRODUCT");
        assertReadable(page, "notices-choices");
    }

    @Test
    void whatIsWrongWithTheChoicesIsReadable() {
        slack.set(manager, "https://8.8.8.8/services/T0/B0/abcd");
        jdbc.sql("""
                        update slack_channel set enabled = false,
                          disabled_reason = 'Slack answered 404: the address or its channel is not there any more.'
                        """).update();
        page.navigate("/me/notices/choices");
        page.getByLabel("Quiet from").fill("20:00");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();

        assertThat(page.getByText("Quiet hours need both a beginning and an end."))
                .isVisible();
        assertReadable(page, "notices-choices-wrong");
    }
}
