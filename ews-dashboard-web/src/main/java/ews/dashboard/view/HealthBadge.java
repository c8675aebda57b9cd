package ews.dashboard.view;

import ews.domain.score.Band;
import ews.domain.score.Points;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A health score with its band.
 *
 * @param score with one decimal, so that points shown beside it add up; {@code null} where unknown
 */
public record HealthBadge(
        Band band, @Nullable BigDecimal score) {

    public static HealthBadge of(Band band, @Nullable Points score) {
        return new HealthBadge(band, score == null ? null : score.number());
    }

    /** @param tenths the score in tenths, as it is stored */
    public static HealthBadge ofTenths(Band band, @Nullable Integer tenths) {
        return of(band, tenths == null ? null : new Points(tenths));
    }
}
