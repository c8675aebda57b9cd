package ews.plays.meeting;

import ews.domain.account.AccountId;
import ews.domain.member.Member;
import ews.domain.play.RunId;
import ews.plays.email.Contact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting to invite contacts to.
 *
 * @param key two of the same key are one: the second invites nobody
 * @param run in which it is planned; {@code null} if in none
 * @param organiser in whose name it is sent, and who takes part
 * @param place may be empty, and so may the detail
 */
public record NewMeeting(
        String key,
        AccountId account,
        @Nullable RunId run,
        Member organiser,
        List<Contact> guests,
        String title,
        String detail,
        String place,
        Instant start,
        int minutes) {

    public NewMeeting {
        guests = List.copyOf(guests);
    }
}
