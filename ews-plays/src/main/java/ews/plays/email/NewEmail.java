package ews.plays.email;

import ews.domain.account.AccountId;
import ews.domain.member.Member;
import ews.domain.play.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An email to contacts of an account, one message to all of them.
 *
 * @param dedupKey two emails to an account of the same key are one: the second is not sent
 * @param run in which it is sent; {@code null} if in none
 * @param from in whose name it is sent, and who gets the answers
 * @param html {@code null} to make it of the text
 */
public record NewEmail(
        String dedupKey,
        AccountId account,
        @Nullable RunId run,
        Member from,
        List<Contact> to,
        String subject,
        String text,
        @Nullable String html) {

    public NewEmail {
        to = List.copyOf(to);
    }

    /** A template, filled in for these contacts. */
    public static NewEmail of(
            Merged merged, String dedupKey, AccountId account, @Nullable RunId run, Member from, List<Contact> to) {
        return new NewEmail(dedupKey, account, run, from, to, merged.subject(), merged.text(), merged.html());
    }
}
