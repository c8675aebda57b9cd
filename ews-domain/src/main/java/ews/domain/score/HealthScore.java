package ews.domain.score;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The health of one account as of a day. The points of the parts and the adjustment add up to the score exactly; where
 * the band is {@link Band#UNKNOWN} there is no score, and the parts say which data there was.
 *
 * @param adjustment what a limit took or gave; {@code null} if none did
 * @param knownWeight the sum of the profile's weights that had data, 0 to 100
 * @param override who says that the band is another one than computed; {@code null} if nobody does
 */
public record HealthScore(
        LocalDate asOf,
        Band band,
        @Nullable Points points,
        List<Part> parts,
        @Nullable Adjustment adjustment,
        int knownWeight,
        @Nullable BandOverride override) {

    /**
     * What one indicator contributed.
     *
     * @param value the metric's value; empty where there is no data
     * @param weight the most points that it could have got: the profile's weight, plus its share of excluded ones
     * @param points what it got
     */
    public record Part(Indicator indicator, OptionalDouble value, Points weight, Points points) {}

    /** A score that no limit touched. */
    public HealthScore(LocalDate asOf, Band band, @Nullable Points points, List<Part> parts, int knownWeight) {
        this(asOf, band, points, parts, null, knownWeight, null);
    }

    /** The same score, with the band that somebody decided. */
    public HealthScore overridden(BandOverride by) {
        return new HealthScore(asOf, by.band(), points, parts, adjustment, knownWeight, by);
    }

    public Optional<Points> score() {
        return Optional.ofNullable(points);
    }
}
