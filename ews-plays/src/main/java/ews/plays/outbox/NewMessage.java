package ews.plays.outbox;

import ews.domain.account.AccountId;
import ews.domain.play.RunId;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent.
 *
 * @param destination an email address, or the id of a webhook or a Slack channel
 * @param dedupKey two messages of the same key are one: the second is not sent
 * @param subject what it is about, in one line
 * @param payload what its channel sends; becomes JSON
 * @param account whom it is about; the message goes when the account does
 * @param run in which it was sent; only together with its account
 */
public record NewMessage(
        Channel channel,
        String destination,
        String dedupKey,
        String subject,
        Object payload,
        @Nullable AccountId account,
        @Nullable RunId run) {

    public NewMessage {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        if (run != null && account == null) {
            throw new IllegalArgumentException("A message of a run needs the account of the run.");
        }
    }

    public NewMessage(Channel channel, String destination, String dedupKey, String subject, Object payload) {
        this(channel, destination, dedupKey, subject, payload, null, null);
    }

    public NewMessage about(AccountId itsAccount) {
        return new NewMessage(channel, destination, dedupKey, subject, payload, itsAccount, run);
    }

    public NewMessage in(AccountId itsAccount, RunId itsRun) {
        return new NewMessage(channel, destination, dedupKey, subject, payload, itsAccount, itsRun);
    }
}
