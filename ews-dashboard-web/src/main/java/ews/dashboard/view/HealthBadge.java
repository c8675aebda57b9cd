package ews.dashboard.view;

import ews.domain.score.Band;
import ews.domain.score.Points;
import org.jspecify.annotations.Nullable;

/**
 * A health score with its band; never told by the colour alone.
 *
 * @param css names the look: good, average, poor or unknown
 * @param score as it reads; empty where unknown, or where only the band is told
 */
public record HealthBadge(String css, String label, String score) {

    /** To a tenth, for pages that explain: the points of the parts add up to it. */
    public static HealthBadge exact(Band band, @Nullable Points score) {
        return new HealthBadge(band.code(), band.label(), score == null ? "" : score.text());
    }

    /**
     * Whole, for lists; rounded down, so that no score seems to have reached a band that it has not.
     *
     * @param tenths the score in tenths, as it is stored
     */
    public static HealthBadge whole(Band band, @Nullable Integer tenths) {
        return new HealthBadge(
                band.code(), band.label(), tenths == null ? "" : Integer.toString(Math.floorDiv(tenths, 10)));
    }

    /** The same without its score. */
    public HealthBadge bandOnly() {
        return new HealthBadge(css, label, "");
    }

    /** How much of a gauge of 100 is filled. */
    public String dash() {
        return (score.isEmpty() ? "0" : score) + " 200";
    }

    public String words() {
        return score.isEmpty() ? "Health unknown" : "Health " + score + " of 100, " + label;
    }
}
