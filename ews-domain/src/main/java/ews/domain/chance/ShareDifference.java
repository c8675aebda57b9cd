package ews.domain.chance;

/**
 * By how much one share is larger than another one of other cases, and how far that can be told from chance: the 95 %
 * interval of Newcombe's hybrid score method (R. G. Newcombe, <i>Interval Estimation for the Difference Between
 * Independent Proportions: Comparison of Eleven Methods</i>, Statistics in Medicine 1998, method 10), which is made of the
 * two intervals of Wilson and holds for few cases too. Both shares need cases.
 *
 * @param more the one that is expected to be larger
 */
public record ShareDifference(Share more, Share less) {

    public ShareDifference {
        if (more.whole() == 0 || less.whole() == 0) {
            throw new IllegalArgumentException("A share of nothing differs from nothing");
        }
    }

    /** From −1 to 1. */
    public double value() {
        return more.value() - less.value();
    }

    /** From −1 to 1. */
    public double low() {
        return value() - Math.hypot(more.value() - more.low(), less.high() - less.value());
    }

    /** From −1 to 1. */
    public double high() {
        return value() + Math.hypot(more.high() - more.value(), less.value() - less.low());
    }

    /** Whether chance alone would hardly make such a difference, in whichever direction. */
    public boolean isCertain() {
        return low() > 0 || high() < 0;
    }
}
