package ews.plays.checkin;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.score.Band;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When an account is to be checked in with next, and why then.
 *
 * @param every days between check-ins; {@code null} where there are none, so that {@code due} is {@code null}, too
 * @param ownReason why the account has a cadence of its own; {@code null} where that of its segment counts
 * @param ownAuthor who gave it to the account
 * @param lastTouch the day of the last call, meeting or check-in that reached somebody; {@code null} if there was none
 * @param missed the day of an attempt since then that reached nobody
 * @param due always a working day
 */
public record NextCheckIn(
        AccountId account,
        String accountKey,
        String accountName,
        Band band,
        @Nullable MemberId csm,
        @Nullable String csmName,
        @Nullable Integer every,
        @Nullable String ownReason,
        @Nullable String ownAuthor,
        @Nullable LocalDate lastTouch,
        @Nullable LocalDate missed,
        @Nullable LocalDate due) {

    /** Whether the account has a cadence of its own. */
    public boolean own() {
        return ownReason != null;
    }

    public boolean isDue(LocalDate today) {
        return due != null && !due.isAfter(today);
    }

    public boolean isOverdue(LocalDate today) {
        return due != null && due.isBefore(today);
    }

    /** Why it is due then, in words: {@code Every 90 days, counted from the last touch}. */
    public String rule() {
        if (every == null) {
            return "No check-ins";
        }
        String since = lastTouch == null ? "the first day, since nobody was touched yet" : "the last touch";
        String again = missed == null
                ? ""
                : "; nobody was reached, so it is tried again after %d days".formatted(NextCheckIns.RETRY_DAYS);
        return "Every %d days, counted from %s%s".formatted(every, since, again);
    }
}
