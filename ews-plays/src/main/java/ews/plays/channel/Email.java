package ews.plays.channel;

import ews.plays.outbox.Channel;
import ews.plays.outbox.NewMessage;
import org.jspecify.annotations.Nullable;

/**
 * An email to one receiver.
 *
 * @param html {@code null} for plain text alone
 * @param fromName in whose name it is sent; {@code null} for that of EWS
 * @param replyTo the address that answers go to; {@code null} for the one that EWS sends from
 */
public record Email(
        String to,
        String subject,
        String text,
        @Nullable String html,
        @Nullable String fromName,
        @Nullable String replyTo) {

    public Email(String to, String subject, String text) {
        this(to, subject, text, null, null, null);
    }

    /** For the outbox. */
    public NewMessage message(String dedupKey) {
        return new NewMessage(Channel.EMAIL, to, dedupKey, subject, this);
    }
}
