package ews.plays.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ews.domain.play.RunId;
import ews.plays.Given;
import ews.plays.Mailbox;
import ews.plays.outbox.MessageState;
import ews.plays.run.Runs;
import ews.plays.touchpoint.Touchpoint;
import ews.plays.touchpoint.TouchpointKind;
import ews.plays.touchpoint.Touchpoints;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EmailsTest extends AtAcme {

    @Autowired
    private Emails emails;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Runs runs;

    private EmailId send(String key, String text, Contact... to) {
        return emails.send(new NewEmail(key, account, null, csm, List.of(to), "How are you?", text, null), actor);
    }

    private MimeMessage arrives() {
        assertThat(sender.runOnce()).isEqualTo(1);
        assertThat(Mailbox.received()).isNotEmpty(); // one for each receiver
        return Mailbox.received().getFirst();
    }

    @Test
    void anEmailArrivesInTheNameOfTheCsmWhoGetsTheAnswers() throws Exception {
        send("1", "Hi Ann,\nhow are you?", ann, ben);

        MimeMessage received = arrives();
        InternetAddress from = (InternetAddress) received.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("Carla");
        assertThat(from.getAddress()).isEqualTo("ews@example.org");
        assertThat(received.getReplyTo()[0]).hasToString("carla@example.com");
        assertThat(InternetAddress.toUnicodeString(received.getAllRecipients()))
                .isEqualTo("Ann Lee <ann@acme.example>, \"Bén\" <ben@acme.example>");
        assertThat(received.getSubject()).isEqualTo("How are you?");
    }

    @Test
    void anEmailIsReadAsPlainTextAndAsHtml() throws Exception {
        send("1", "Hi Ann,\nhow are you?", ann);

        MimeMultipart alternatives = (MimeMultipart) arrives().getContent();
        assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
        assertThat(alternatives.getBodyPart(0).getContent())
                .asString()
                .isEqualToNormalizingNewlines("Hi Ann,\nhow are you?");
        assertThat(alternatives.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(alternatives.getBodyPart(1).getContent())
                .asString()
                .contains("<p>Hi Ann,<br>")
                .doesNotContain("<img");
    }

    @Test
    void anEmailOfOneKeyIsSentAndLoggedOnce() {
        EmailId first = send("1", "Hi.", ann);

        assertThat(send("1", "Hi.", ann)).isEqualTo(first);
        assertThat(send("2", "Hi.", ann)).isNotEqualTo(first);
        assertThat(all()).hasSize(2);
        assertThat(touchpoints.ofAccount(account, 10)).hasSize(2);
    }

    @Test
    void anEmailIsATouchpointOfItsRunWithTheStateOfItsDelivery() {
        RunId run = runs.start(account, given.playWithTasks(1), null, "It is time.", actor)
                .id();
        EmailId id = emails.send(
                new NewEmail("1", account, run, csm, List.of(ann, ben), "How are you?", "Hi.", null), actor);

        assertThat(touchpoints.ofRun(account, run)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(TouchpointKind.EMAIL);
            assertThat(it.note()).isEqualTo("“How are you?” to Ann Lee and Bén");
            assertThat(it.email()).isEqualTo(new Touchpoint.Email(id.value(), MessageState.WAITING));
        });
        arrives();
        assertThat(emails.withId(id)).hasValueSatisfying(it -> {
            assertThat(it.state()).isEqualTo(MessageState.SENT);
            assertThat(it.run()).isEqualTo(run);
            assertThat(it.receivers()).isEqualTo("Ann Lee <ann@acme.example>, \"Bén\" <ben@acme.example>");
            assertThat(it.text()).isEqualTo("Hi.");
        });
    }

    @Test
    void whoDoesNotWantEmailsGetsNone() {
        Contact dan = person("dan", "{\"name\": \"Dan\", \"email\": \"dan@acme.example\", \"unsubscribed\": \"true\"}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> send("1", "Hi.", ann, dan))
                .withMessage("Dan cannot be written to: Does not want emails (unsubscribed).");
        assertThat(all()).isEmpty();
        assertThat(touchpoints.ofAccount(account, 10)).isEmpty();
    }

    @Test
    void anEmailNeedsSomebodyToGoTo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> send("1", "Hi."))
                .withMessage("An email goes to 1 to 20 contacts; this one to 0.");
    }

    @Test
    void whatIsNotFilledInIsNotSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> send("1", "Hi {{contact.role}}", ann))
                .withMessageContaining("The email still has {{contact.role}}");
    }

    @Test
    void nothingLeavesForTheSampleCompany() {
        account("sample", "true");

        EmailId id = send("1", "Hi.", ann);

        assertThat(all()).isEmpty();
        assertThat(emails.withId(id)).hasValueSatisfying(it -> {
            assertThat(it.sample()).isTrue();
            assertThat(it.state()).isNull();
        });
        assertThat(touchpoints.ofAccount(account, 10)).hasSize(1);
    }

    @Test
    void whatWasSentStaysWhenItsDeliveryIsForgotten() {
        EmailId id = send("1", "Hi.", ann);
        arrives();
        given.clock().set(Given.THURSDAY.plus(Duration.ofDays(91)));
        outbox.forgetOld();

        assertThat(all()).isEmpty();
        assertThat(emails.withId(id))
                .hasValueSatisfying(it -> assertThat(it.state()).isNull());
    }
}
