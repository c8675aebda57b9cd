package ews.domain.score;

import ews.domain.metric.Measurement;
import ews.domain.metric.Peers;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What no other indicator can make up for: {@code days overdue at least 60: at most average}. Where the measurement has
 * no data, it does not apply.
 *
 * @param atLeast whether it applies from {@code value} upwards, or downwards
 * @param band a cap keeps the score below the band above it, a floor at the band's beginning; neither is unknown
 */
public record Limit(Measurement measurement, boolean atLeast, double value, Kind kind, Band band) {

    /** Which way it limits. */
    public enum Kind {
        CAP("at most"),
        FLOOR("at least");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Limit {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A limit needs a number");
        }
        Band pointless = kind == Kind.CAP ? Band.GOOD : Band.POOR;
        if (band == Band.UNKNOWN || band == pointless) {
            throw new IllegalArgumentException("'%s %s' limits nothing".formatted(kind.label(), band.code()));
        }
    }

    boolean applies(Readings readings, Peers peers) {
        OptionalDouble measured = readings.of(measurement, peers);
        return measured.isPresent() && (atLeast ? measured.getAsDouble() >= value : measured.getAsDouble() <= value);
    }

    /** For example {@code Days overdue at least 60 days: at most average}. */
    public String text() {
        return "%s: %s %s"
                .formatted(
                        measurement.limited(atLeast, value),
                        kind.label(),
                        band.label().toLowerCase(Locale.ROOT));
    }
}
