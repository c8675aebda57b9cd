package ews.plays.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message with how far it is.
 *
 * @param receiver an email address, or the name of a webhook or a Slack channel
 * @param attempts since it was put in, or sent again by hand
 * @param nextAttempt says something while it waits
 * @param error why the last attempt failed; {@code null} if none did, or once it was sent
 */
public record MessageRow(
        MessageId id,
        Channel channel,
        String receiver,
        String subject,
        MessageState state,
        int attempts,
        Instant nextAttempt,
        @Nullable String error,
        Instant created,
        @Nullable Instant sent,
        @Nullable Long account,
        @Nullable String accountName) {

    public boolean isWaiting() {
        return state == MessageState.WAITING;
    }

    public boolean isFailed() {
        return state == MessageState.FAILED;
    }
}
