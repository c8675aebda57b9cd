package ews.plays.notice;

import ews.domain.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member is told of.
 *
 * @param accountName of the account that it is about; {@code null} if about none
 * @param isNew whether they have not seen it
 */
public record Notice(
        long id,
        NoticeKind kind,
        @Nullable AccountId account,
        @Nullable String accountName,
        String text,
        String path,
        Instant made,
        boolean isNew) {

    /** On one line: {@code Acme: Active users fell 32 %}. */
    public String line() {
        return accountName == null ? text : accountName + ": " + text;
    }
}
