package ews.dashboard.view;

import ews.domain.score.Points;
import org.jspecify.annotations.Nullable;

/**
 * A change with its sign.
 *
 * @param direction names the look: up, down or flat
 */
public record Delta(String direction, String text) {

    public static Delta of(@Nullable Points change) {
        if (change == null) {
            return new Delta("flat", "–");
        }
        return new Delta(change.isZero() ? "flat" : change.isNegative() ? "down" : "up", change.signed());
    }

    public static Delta ofTenths(@Nullable Integer tenths) {
        return of(tenths == null ? null : new Points(tenths));
    }

    /** A change of a count for which more is worse, as of poor accounts. */
    public static Delta ofCount(long change, boolean moreIsWorse) {
        String sign = change > 0 ? "+" : "";
        String direction = change == 0 ? "flat" : (change > 0) == moreIsWorse ? "down" : "up";
        return new Delta(direction, sign + Figures.whole(change));
    }
}
