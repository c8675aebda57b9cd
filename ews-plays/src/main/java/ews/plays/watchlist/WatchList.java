package ews.plays.watchlist;

import ews.domain.member.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A named list of accounts that people keep an eye on.
 *
 * @param accounts how many are on it
 * @param ended how many were on it until a day that is over
 * @param owner who made it; {@code null} if everybody starts with it, or its maker is gone
 */
public record WatchList(
        String key,
        String name,
        int accounts,
        int ended,
        @Nullable MemberId owner) {}
