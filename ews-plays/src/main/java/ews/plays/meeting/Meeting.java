package ews.plays.meeting;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with contacts of an account.
 *
 * @param uid by which calendars know it
 * @param sequence one more with every change that was sent
 * @param place may be empty, and so may the detail
 * @param member who invites; {@code null} once that member is gone
 * @param run in which it was planned; {@code null} if in none
 */
public record Meeting(
        MeetingId id,
        AccountId account,
        String accountName,
        String uid,
        int sequence,
        String title,
        String detail,
        String place,
        Instant start,
        int minutes,
        @Nullable MemberId member,
        String organiser,
        String organiserEmail,
        List<Guest> guests,
        @Nullable RunId run,
        MeetingState state) {

    public Meeting {
        guests = List.copyOf(guests);
    }

    public Instant end() {
        return start.plus(Duration.ofMinutes(minutes));
    }

    public boolean isPlanned() {
        return state == MeetingState.PLANNED;
    }

    /** {@code Ann Lee, Ben Ray}. */
    public String guestNames() {
        return guests.stream().map(Guest::name).collect(Collectors.joining(", "));
    }
}
