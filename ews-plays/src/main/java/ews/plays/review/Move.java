package ews.plays.review;

import ews.domain.account.AccountId;
import ews.domain.score.Band;
import org.jspecify.annotations.Nullable;

/**
 * What became of an account between two reviews of a list.
 *
 * @param before the band in the review before; {@code null} if it was not marked there
 * @param after the band in this review; {@code null} if it is not marked there
 * @param points how many tenths the score changed; {@code null} where one of the two is unknown
 */
public record Move(
        AccountId account,
        String name,
        Kind kind,
        @Nullable Band before,
        @Nullable Band after,
        @Nullable Integer points) {

    /** What kind of change it is. */
    public enum Kind {
        /** It was not on the list before. */
        CAME,
        /** It is not on the list any more. */
        LEFT,
        /** It is in a better band. */
        BETTER,
        /** It is in a worse band. */
        WORSE
    }
}
