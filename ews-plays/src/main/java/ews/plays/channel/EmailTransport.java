package ews.plays.channel;

import ews.domain.time.OrganisationDays;
import ews.plays.outbox.Channel;
import ews.plays.outbox.Delivery;
import ews.plays.outbox.Delivery.Delivered;
import ews.plays.outbox.Delivery.Refused;
import ews.plays.outbox.Message;
import ews.plays.outbox.Transport;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends emails through the SMTP server of {@code spring.mail}. Receivers know a message again by its Message-ID. */
@Component
class EmailTransport implements Transport {

    private static final String NAME = "EWS";

    private final Optional<JavaMailSender> server;
    private final String from;
    private final JsonMapper json;
    private final OrganisationDays days;

    EmailTransport(
            ObjectProvider<JavaMailSender> server,
            @Value("${ews.mail.from:${spring.mail.username:}}") String from,
            JsonMapper json,
            OrganisationDays days) {
        this.server = Optional.ofNullable(server.getIfAvailable());
        this.from = from.strip();
        this.json = json;
        this.days = days;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Optional<String> obstacle() {
        if (server.isEmpty()) {
            return Optional.of(
                    "No mail server is set up: set SPRING_MAIL_HOST and EWS_MAIL_FROM, and start EWS again.");
        }
        if (!from.contains("@")) {
            return Optional.of("EWS has no address of its own to send from: set EWS_MAIL_FROM, and start EWS again.");
        }
        return Optional.empty();
    }

    @Override
    public Delivery send(Message message) {
        JavaMailSender sender = server.orElseThrow();
        try {
            sender.send(written(sender.createMimeMessage(), message));
            return new Delivered();
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Refused("The email cannot be written: " + Reason.of(e));
        } catch (MailException e) {
            return MailFailure.of(e);
        }
    }

    private MimeMessage written(MimeMessage mime, Message message)
            throws MessagingException, UnsupportedEncodingException {
        Email email = json.readValue(message.payload(), Email.class);
        mime.setFrom(named(from, email.fromName() == null ? NAME : email.fromName()));
        mime.setRecipients(MimeMessage.RecipientType.TO, receivers(email.to()));
        if (email.replyTo() != null) {
            mime.setReplyTo(new InternetAddress[] {new InternetAddress(email.replyTo(), true)});
        }
        mime.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mime.setSentDate(Date.from(days.now()));
        MimeContent.write(email, mime);
        mime.setHeader("Message-ID", "<%s%s>".formatted(message.id(), from.substring(from.lastIndexOf('@'))));
        return mime;
    }

    /** Names as they are written in the head of an email, where letters of the world are encoded. */
    private static InternetAddress[] receivers(String to) throws MessagingException, UnsupportedEncodingException {
        InternetAddress[] receivers = InternetAddress.parse(to, true);
        for (InternetAddress each : receivers) {
            each.setPersonal(each.getPersonal(), StandardCharsets.UTF_8.name());
        }
        return receivers;
    }

    private static InternetAddress named(String address, String name)
            throws MessagingException, UnsupportedEncodingException {
        var named = new InternetAddress(address, true);
        named.setPersonal(name, StandardCharsets.UTF_8.name());
        return named;
    }
}
