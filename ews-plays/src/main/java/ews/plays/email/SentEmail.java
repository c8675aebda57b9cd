package ews.plays.email;

import ews.domain.account.AccountId;
import ews.domain.play.RunId;
import ews.plays.outbox.MessageId;
import ews.plays.outbox.MessageState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An email to contacts, with how far it is.
 *
 * @param receivers as they stand in its head: {@code Ann Lee <ann@example.com>, ben@example.com}
 * @param run in which it was sent; {@code null} if in none
 * @param message that delivers it; {@code null} once that is forgotten, and where nothing was sent
 * @param state {@code null} once its delivery is forgotten, and where nothing was sent
 * @param error why it failed or waits; {@code null} if it does not
 * @param sample whether nothing was sent because the account is one of the sample company
 */
public record SentEmail(
        EmailId id,
        AccountId account,
        String receivers,
        String subject,
        String text,
        String author,
        Instant time,
        @Nullable RunId run,
        @Nullable String playName,
        @Nullable MessageId message,
        @Nullable MessageState state,
        @Nullable String error,
        boolean sample) {}
