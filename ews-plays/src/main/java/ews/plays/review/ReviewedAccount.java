package ews.plays.review;

import ews.domain.account.AccountId;
import ews.domain.score.Band;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account of a review, and what was said about it.
 *
 * @param mark {@code null} while nobody has looked at it
 * @param score when it was marked, in tenths; {@code null} if it was unknown or there is no mark
 * @param answer what a flag came to; {@code null} while it is open
 */
public record ReviewedAccount(
        AccountId account,
        String key,
        String name,
        @Nullable Mark mark,
        @Nullable String note,
        @Nullable Instant markedAt,
        @Nullable Band band,
        @Nullable Integer score,
        @Nullable String settledBy,
        @Nullable String answer) {}
