package ews.domain.score;

import java.time.LocalDate;

/**
 * A person's judgment in place of the band that was computed, for some time. The score stays what it is.
 *
 * @param from the first day on which it counts
 * @param until the last day on which it counts
 * @param author who decided it
 */
public record BandOverride(Band band, String reason, String author, LocalDate from, LocalDate until) {

    public BandOverride {
        if (band == Band.UNKNOWN) {
            throw new IllegalArgumentException("A judgment is good, average or poor");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Say in a few words why you see it differently");
        }
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("It ends on %s, before it begins on %s".formatted(until, from));
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
