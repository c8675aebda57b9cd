package ews.plays.watchlist;

import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account on a watch list, and why it is there.
 *
 * @param csm the account's CSM; {@code null} if it has none
 * @param until its last day on the list; {@code null} if it stays until somebody takes it off
 * @param run whose step put it there; {@code null} if a person did
 */
public record WatchListEntry(
        String list,
        String listName,
        AccountId account,
        String accountKey,
        String accountName,
        @Nullable MemberId csm,
        Instant addedAt,
        String addedBy,
        String reason,
        @Nullable LocalDate until,
        @Nullable RunId run) {

    /** Whether its last day on the list is over. */
    public boolean isEnded(LocalDate today) {
        return until != null && until.isBefore(today);
    }
}
