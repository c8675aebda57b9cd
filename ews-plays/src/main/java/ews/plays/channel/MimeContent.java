package ews.plays.channel;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;

/**
 * What an email says, in every form that a reader may understand: plain text, HTML and, of an invitation, the part that
 * calendars look for, which is also attached for those that do not.
 */
final class MimeContent {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MimeContent() {}

    static void write(Email email, MimeMessage mime) throws MessagingException {
        if (email.html() == null && email.invitation() == null) {
            mime.setText(email.text(), UTF_8);
            return;
        }
        var alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(text(email.text(), "plain"));
        if (email.html() != null) {
            alternatives.addBodyPart(text(email.html(), "html"));
        }
        if (email.invitation() == null) {
            mime.setContent(alternatives);
            return;
        }
        alternatives.addBodyPart(calendar(email.invitation()));
        var whole = new MimeMultipart("mixed");
        var body = new MimeBodyPart();
        body.setContent(alternatives);
        whole.addBodyPart(body);
        MimeBodyPart file = calendar(email.invitation());
        file.setFileName("invite.ics");
        whole.addBodyPart(file);
        mime.setContent(whole);
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart calendar(Email.Invitation invitation) throws MessagingException {
        var type = new ContentType("text", "calendar", null);
        type.setParameter("charset", UTF_8);
        type.setParameter("method", invitation.method());
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(
                new ByteArrayDataSource(invitation.calendar().getBytes(StandardCharsets.UTF_8), type.toString())));
        part.setHeader("Content-Type", type.toString());
        return part;
    }
}
