package ews.plays.channel;

import static org.assertj.core.api.Assertions.assertThat;

import ews.plays.outbox.Delivery;
import ews.plays.outbox.Delivery.Refused;
import ews.plays.outbox.Delivery.TryLater;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

class MailFailureTest {

    @Test
    void aReceiverThatIsNotThereIsRefused() throws AddressException {
        assertThat(ofReceiver(550, "550 5.1.1 No such user"))
                .isEqualTo(new Refused("The mail server refuses the receiver: 550 5.1.1 No such user"));
    }

    @Test
    void aReceiverWhoseMailboxIsBusyIsTriedAgain() throws AddressException {
        assertThat(ofReceiver(450, "450 Try again\r\nsoon"))
                .isEqualTo(new TryLater("The mail server did not take it: 450 Try again soon"));
    }

    @Test
    void contentThatIsTakenForSpamIsRefused() {
        assertThat(of(content(554, "554 Looks like spam"))).isInstanceOf(Refused.class);
    }

    @Test
    void whatIsWrongWithOurselvesIsTriedAgain() {
        assertThat(of(content(530, "530 Must issue a STARTTLS command first"))).isInstanceOf(TryLater.class);
        assertThat(MailFailure.of(new MailAuthenticationException("535 Wrong password")))
                .isInstanceOf(TryLater.class);
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() {
        var failure = new MailSendException(
                "Mail server connection failed", new MessagingException("Couldn't connect to host, port: mail, 25"));

        assertThat(MailFailure.of(failure))
                .isEqualTo(new TryLater("The mail server did not take it: Couldn't connect to host, port: mail, 25"));
    }

    private static Delivery ofReceiver(int code, String words) throws AddressException {
        var failure = new SendFailedException("Invalid Addresses");
        failure.setNextException(
                new SMTPAddressFailedException(new InternetAddress("nobody@example.com"), "RCPT TO", code, words));
        return of(failure);
    }

    private static SMTPSendFailedException content(int code, String words) {
        return new SMTPSendFailedException("DATA", code, words, null, new Address[0], new Address[0], new Address[0]);
    }

    private static Delivery of(Exception failure) {
        return MailFailure.of(new MailSendException(Map.of("message", failure)));
    }
}
