package ews.dashboard.view;

import ews.domain.score.Points;
import org.jspecify.annotations.Nullable;

/**
 * A change with its sign.
 *
 * @param css names the look: up, down or flat
 */
public record Delta(String css, String text) {

    private static final Delta UNKNOWN = new Delta("flat", "–");

    /** To a tenth; a dash where there is nothing to compare with. */
    public static Delta of(@Nullable Points change) {
        return change == null ? UNKNOWN : new Delta(css(change.tenths()), change.signed());
    }

    public static Delta ofTenths(@Nullable Integer tenths) {
        return of(tenths == null ? null : new Points(tenths));
    }

    /** Whole, for lists: what rounds to nothing has not moved. */
    public static Delta whole(@Nullable Integer tenths) {
        if (tenths == null) {
            return UNKNOWN;
        }
        int points = Math.round(tenths / 10f);
        return new Delta(css(points), (points > 0 ? "+" : "") + Figures.whole(points));
    }

    /** A change of a count, as of poor accounts, of which more are worse. */
    public static Delta ofCount(long change, boolean moreIsWorse) {
        return new Delta(css(moreIsWorse ? -change : change), (change > 0 ? "+" : "") + Figures.whole(change));
    }

    private static String css(long change) {
        return change == 0 ? "flat" : change < 0 ? "down" : "up";
    }
}
