package ews.plays.channel;

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
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends emails through the SMTP server of {@code spring.mail}. Receivers know a message again by its Message-ID. */
@Component
class EmailTransport implements Transport {

    private static final String NAME = "EWS";

    private final Optional<JavaMailSender> server;
    private final String from;
    private final JsonMapper json;

    EmailTransport(
            ObjectProvider<JavaMailSender> server,
            @Value("${ews.mail.from:${spring.mail.username:}}") String from,
            JsonMapper json) {
        this.server = Optional.ofNullable(server.getIfAvailable());
        this.from = from.strip();
        this.json = json;
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
            return new Refused("The email cannot be written: " + MailFailure.said(e));
        } catch (MailException e) {
            return MailFailure.of(e);
        }
    }

    private MimeMessage written(MimeMessage mime, Message message)
            throws MessagingException, UnsupportedEncodingException {
        Email email = json.readValue(message.payload(), Email.class);
        var helper = new MimeMessageHelper(mime, email.html() != null, StandardCharsets.UTF_8.name());
        helper.setFrom(from, email.fromName() == null ? NAME : email.fromName());
        InternetAddress to = new InternetAddress(email.to(), true);
        helper.setTo(to);
        if (email.replyTo() != null) {
            helper.setReplyTo(email.replyTo());
        }
        helper.setSubject(message.subject());
        if (email.html() == null) {
            helper.setText(email.text());
        } else {
            helper.setText(email.text(), email.html());
        }
        mime.setHeader("Message-ID", "<%s%s>".formatted(message.id(), from.substring(from.lastIndexOf('@'))));
        return mime;
    }
}
