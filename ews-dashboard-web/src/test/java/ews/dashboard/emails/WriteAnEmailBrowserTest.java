package ews.dashboard.emails;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ews.browser.BrowserTest;
import ews.dashboard.Given;
import ews.domain.account.AccountId;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A manager writes a template; with it, an email goes to a contact, through a real mail server. */
@Import(Given.class)
class WriteAnEmailBrowserTest extends BrowserTest {

    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private Given given;

    @Autowired
    private Members members;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        registry.add("ews.mail.from", () -> "ews@example.org");
    }

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @AfterEach
    void onlyTheStarterTemplates() {
        jdbc.sql("delete from email_template where key = 'sponsor-left'").update();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aTemplateIsWrittenAndAnEmailBeginsWithItAndArrives() throws Exception {
        Page page = signedIn(Role.MANAGER);
        Member manager = members.all().stream()
                .filter(it -> it.role() == Role.MANAGER)
                .findFirst()
                .orElseThrow();
        AccountId account = given.anAccount("Quarry Foods").of(manager).exists();
        given.annLee(account);
        given.aPerson(
                account, "dan", "{\"name\": \"Dan Day\", \"email\": \"dan@acme.example\", \"unsubscribed\": true}");

        writesATemplate(page);
        changesIt(page);
        sends(page, account);

        assertThat(SERVER.waitForIncomingEmail(20_000, 1)).isTrue();
        MimeMessage received = SERVER.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Who follows at Quarry Foods?");
        assertThat(((InternetAddress) received.getFrom()[0]).getPersonal()).isEqualTo(manager.name());
        assertThat(received.getReplyTo()[0]).hasToString(manager.email());
        assertThat(received.getAllRecipients()[0]).hasToString("Ann Lee <ann@acme.example>");
        page.reload();
        assertThat(page.locator(".page-head .tag")).hasText("Sent");
        assertReadable(page, "email-sent");
        page.locator(".crumbs").getByText("Quarry Foods").click();
        assertThat(page.locator("#touchpoints")).containsText("“Who follows at Quarry Foods?” to Ann Lee");
    }

    private void writesATemplate(Page page) {
        page.navigate("/plays");
        page.getByText("Email templates").click();
        page.getByText("Write a template").click();
        button(page, "Save").click();
        assertThat(page.locator(".field-error:visible")).hasCount(3);
        assertReadable(page, "template-wrong");

        field(page, "Name").fill("Sponsor left");
        field(page, "Subject").fill("Who follows at ");
        page.locator("summary").getByText("Account").click();
        field(page, "Subject").focus();
        button(page, "Insert account.name").click();
        assertThat(field(page, "Subject")).hasValue("Who follows at {{account.name}}");
        page.keyboard().type("?");
        field(page, "Text").fill("Hi {{contact.first_name|there}},\n\nwho decides now, as {{contact.first}}?");
        assertThat(page.locator("#preview")).containsText("Who follows at Quarry Foods?");
        assertThat(page.locator("#preview")).containsText("There is no merge field \"contact.first\".");
        assertReadable(page, "template-preview");
        button(page, "Save").click();
        assertThat(page.locator(".field-error:visible")).containsText("There is no merge field");
        field(page, "Text").fill("Hi {{contact.first_name|there}},\n\n- Who decides now?\n- Who *uses* it?");
        assertThat(page.locator("#preview li")).hasCount(2);
        button(page, "Save").click();
        assertThat(page.locator(".flash.notice.good")).containsText("Sponsor left was saved");
    }

    private void changesIt(Page page) {
        page.getByText("Edit", new Page.GetByTextOptions().setExact(true)).click();
        field(page, "Text").fill("Hi {{contact.first_name|there}},\n\n- Who leads the project now?\n- Who *uses* it?");
        page.getByLabel("Reason for the change").fill("Too blunt");
        button(page, "Save").click();
        assertThat(page.locator(".difference ins")).hasText("- Who leads the project now?");
        assertReadable(page, "template");
    }

    private void sends(Page page, AccountId account) {
        page.navigate("/accounts/" + account);
        page.locator("a[href$='/email']").click();
        assertThat(page.getByLabel("Dan Day")).isDisabled();
        page.getByLabel("Begin with").selectOption("Sponsor left");
        assertThat(field(page, "Text")).hasValue(Pattern.compile("Hi there,[\\s\\S]*"));
        page.getByLabel("Ann Lee").check();
        assertThat(field(page, "Text")).hasValue(Pattern.compile("Hi Ann,[\\s\\S]*"));
        assertThat(page.locator("#preview")).containsText("Who leads the project now?");
        assertThat(page.locator("#preview li").first()).isVisible();

        field(page, "Text").fill("Hi Ann,\n\nwho leads the project now, {{contact.phone}}?");
        assertThat(page.locator("#preview")).containsText("Nothing is known of {{contact.phone}}.");
        page.getByLabel("Begin with").selectOption("We would like to have you back");
        assertThat(page.locator("#preview")).containsText("who leads the project now");
        assertThat(field(page, "Text")).hasValue(Pattern.compile("[\\s\\S]*contact.phone[\\s\\S]*"));
        field(page, "Subject").press("Enter");
        assertThat(page.locator("h1")).hasText("Email to Quarry Foods");
        button(page, "Send").click();
        assertThat(page.locator(".notice.poor")).containsText("The email still has {{contact.phone}}");
        assertReadable(page, "email-write");

        page.getByLabel("Begin with").selectOption("Sponsor left");
        button(page, "Use its text").click();
        assertThat(field(page, "Text")).hasValue(Pattern.compile("Hi Ann,[\\s\\S]*uses[\\s\\S]*"));
        button(page, "Send").click();
        assertThat(page.locator(".flash.notice.good")).containsText("The email is on its way.");
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
