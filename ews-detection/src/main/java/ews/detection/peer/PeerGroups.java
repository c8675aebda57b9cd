package ews.detection.peer;

import ews.domain.metric.Measurement;
import ews.domain.metric.Peers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The distributions of some weeks. All days of a week compare with the peers as they were at the end of the week before:
 * so the yardstick does not move from day to day, and is known before the first day that uses it.
 */
public final class PeerGroups {

    /** Nobody to compare with. */
    public static final PeerGroups NONE = new PeerGroups(Map.of());

    private final Map<Group, PeerDistribution> distributions;

    /**
     * What a distribution is of.
     *
     * @param asOf the last day of a week
     * @param measurement in the form of a value
     */
    public record Group(LocalDate asOf, int segmentId, Measurement measurement) {}

    PeerGroups(Map<Group, PeerDistribution> distributions) {
        this.distributions = distributions;
    }

    /** The day as of which the peers of a day are known: the Sunday before its week. */
    public static LocalDate asOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(1);
    }

    /** Those of a segment's account on a day. */
    public Peers of(int segmentId, LocalDate day) {
        LocalDate asOf = asOf(day);
        return (measurement, value) -> {
            PeerDistribution found = distributions.get(new Group(asOf, segmentId, measurement));
            return found == null ? OptionalDouble.empty() : found.percentile(value);
        };
    }

    Map<Group, PeerDistribution> distributions() {
        return distributions;
    }
}
