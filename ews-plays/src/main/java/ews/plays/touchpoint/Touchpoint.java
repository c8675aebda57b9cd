package ews.plays.touchpoint;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import ews.plays.outbox.MessageState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A logged engagement with people at an account, or a note about it.
 *
 * @param member who engaged; {@code null} once that member is gone
 * @param author their name, as it was then
 * @param run that it belongs to; {@code null} if to none
 * @param email that it is; {@code null} if it was not sent from here
 */
public record Touchpoint(
        long id,
        AccountId account,
        TouchpointKind kind,
        Instant time,
        @Nullable MemberId member,
        String author,
        String note,
        @Nullable RunId run,
        @Nullable Email email) {

    /** @param state of its delivery; {@code null} once that is forgotten, and where nothing was sent */
    public record Email(long id, @Nullable MessageState state) {}
}
