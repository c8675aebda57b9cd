package ews.plays.channel;

import ews.plays.outbox.Channel;
import ews.plays.outbox.NewMessage;
import org.jspecify.annotations.Nullable;

/**
 * An email.
 *
 * @param to one address or several, separated by commas, with names or without: {@code Ann Lee <ann@example.com>}
 * @param html {@code null} for plain text alone
 * @param fromName in whose name it is sent; {@code null} for that of EWS
 * @param replyTo the address that answers go to; {@code null} for the one that EWS sends from
 * @param invitation that calendars understand; {@code null} if it is none
 */
public record Email(
        String to,
        String subject,
        String text,
        @Nullable String html,
        @Nullable String fromName,
        @Nullable String replyTo,
        @Nullable Invitation invitation) {

    /**
     * What a calendar does with the email.
     *
     * @param method {@code REQUEST} or {@code CANCEL}
     * @param calendar as RFC 5545 has it
     */
    public record Invitation(String method, String calendar) {}

    public Email(String to, String subject, String text) {
        this(to, subject, text, null, null, null, null);
    }

    /** For the outbox. */
    public NewMessage message(String dedupKey) {
        return new NewMessage(Channel.EMAIL, to, dedupKey, subject, this);
    }
}
