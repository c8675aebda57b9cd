package ews.plays.review;

import ews.domain.score.Band;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member said about an account when they last reviewed it.
 *
 * @param score in tenths; {@code null} if it was unknown
 */
public record Look(
        Instant at,
        String list,
        Mark mark,
        @Nullable String note,
        @Nullable Band band,
        @Nullable Integer score) {}
