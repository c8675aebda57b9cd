package ews.dashboard.emails;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import ews.browser.SendingBrowserTest;
import ews.dashboard.Given;
import ews.domain.account.AccountId;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager writes a template; with it, an email goes to a contact, through a real mail server. */
class WriteAnEmailBrowserTest extends SendingBrowserTest {

    @Autowired
    private Given given;

    @Autowired
    private Members members;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void onlyTheStarterTemplates() {
        jdbc.sql("delete from email_template where key = 'sponsor-left'").update();
    }

    private Member manager() {
        return members.all().stream()
                .filter(it -> it.role() == Role.MANAGER)
                .findFirst()
                .orElseThrow();
    }

    private AccountId ofAnn() {
        AccountId account = given.anAccount("Quarry Foods").of(manager()).exists();
        given.annLee(account);
        return account;
    }

    @Test
    void aTemplateIsWrittenAndAnEmailBeginsWithItAndArrives() throws Exception {
        Page page = signedIn(Role.MANAGER);
        Member manager = manager();
        AccountId account = ofAnn();
        given.aPerson(
                account, "dan", "{\"name\": \"Dan Day\", \"email\": \"dan@acme.example\", \"unsubscribed\": true}");

        writesATemplate(page);
        changesIt(page);
        sends(page, account);

        MimeMessage received = received(1).getFirst();
        assertThat(received.getSubject()).isEqualTo("Who follows at Quarry Foods?");
        assertThat(((InternetAddress) received.getFrom()[0]).getPersonal()).isEqualTo(manager.name());
        assertThat(received.getReplyTo()[0]).hasToString(manager.email());
        assertThat(received.getAllRecipients()[0]).hasToString("Ann Lee <ann@acme.example>");
        await().until(() -> {
            page.reload();
            return page.locator(".page-head .tag").innerText().equals("Sent");
        });
        assertReadable(page, "email-sent");
        page.locator(".crumbs").getByText("Quarry Foods").click();
        assertThat(page.locator("#touchpoints")).containsText("“Who follows at Quarry Foods?” to Ann Lee");
    }

    @Test
    void aMeetingIsInvitedToMovedAndCalledOffAndStandsInTheOwnCalendar() throws Exception {
        Page page = signedIn(Role.MANAGER);
        AccountId account = ofAnn();
        page.navigate("/accounts/" + account);
        page.locator("a[href$='/meeting']").click();
        page.getByLabel("Ann Lee").check();
        field(page, "Day").fill("");
        button(page, "Invite").click();
        assertThat(page.locator(".field-error:visible")).hasCount(2);
        assertReadable(page, "meeting-wrong");
        assertThat(page.getByLabel("Ann Lee")).isChecked();

        field(page, "What it is called").fill("Kick-off");
        field(page, "Day").fill(given.today().plusDays(7).toString());
        field(page, "Time").fill("14:30");
        field(page, "What it is about").fill("Who does what?");
        button(page, "Invite").click();
        assertThat(page.locator(".flash.notice.good")).containsText("Ann Lee and you are invited.");
        assertReadable(page, "meeting");
        field(page, "Time").fill("16:00");
        button(page, "Move it").click();
        assertThat(page.locator(".page-head .sub")).containsText("16:00–16:30");
        String calendar = calendar(page);
        assertThat(calendar).contains("SUMMARY:Quarry Foods: Kick-off");

        page.navigate("/accounts/" + account);
        page.locator("section[aria-labelledby=meetings-title]")
                .getByText("Kick-off")
                .click();
        button(page, "Call it off").click();
        assertThat(page.locator(".flash.notice.good")).containsText("The meeting is called off. Everybody is told.");
        assertThat(received(6).stream().map(WriteAnEmailBrowserTest::subject)) // three, each for two
                .hasSize(6)
                .containsOnly("Invitation: Kick-off", "Changed: Kick-off", "Cancelled: Kick-off");
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Subscribes to it, and reads it as a calendar does. */
    private String calendar(Page page) throws IOException, InterruptedException {
        page.navigate("/me/calendar");
        button(page, "Make an address").click();
        String address = page.locator("#address").innerText();
        assertReadable(page, "calendar");
        page.reload();
        assertThat(page.locator("#address")).hasCount(0);
        try (HttpClient nobody = HttpClient.newHttpClient()) {
            return nobody.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        }
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
}
