package ews.plays.watchlist;

import ews.domain.account.AccountId;
import ews.domain.play.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account on a watch list, and why it is there.
 *
 * @param run whose step put it there; {@code null} if a person did
 */
public record WatchListEntry(
        String list,
        String listName,
        AccountId account,
        String accountKey,
        String accountName,
        Instant addedAt,
        String addedBy,
        String reason,
        @Nullable RunId run) {}
