package ews.plays.notice;

import ews.domain.time.DailyHours;
import ews.domain.time.WallClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a member does not want to be disturbed, and when the digest of the day comes, by the clock on their wall.
 *
 * @param from when quiet hours begin; {@code null} where there are none
 * @param to when they end, on the next day if that is not after {@code from}
 * @param weekends whether all of Saturday and Sunday is quiet; then there is no digest on these days either
 */
public record QuietTimes(
        ZoneId zone, @Nullable LocalTime from, @Nullable LocalTime to, boolean weekends, LocalTime digestAt) {

    /** When the digest comes if nobody says otherwise. */
    public static final LocalTime MORNING = LocalTime.of(8, 0);

    /** @throws IllegalArgumentException if quiet hours have no beginning or no end, or would never end */
    public QuietTimes {
        if ((from == null) != (to == null)) {
            throw new IllegalArgumentException("Quiet hours need both a beginning and an end");
        }
        if (from != null && from.equals(to)) {
            throw new IllegalArgumentException("Quiet hours must end at another time than they begin");
        }
    }

    /** No hours, and the digest in the morning. */
    static QuietTimes none(ZoneId zone) {
        return new QuietTimes(zone, null, null, false, MORNING);
    }

    public boolean isQuiet(Instant moment) {
        return endAfter(moment.atZone(zone)).isPresent();
    }

    /** The first moment that is not quiet: this one, or a later one. */
    public Instant awake(Instant moment) {
        ZonedDateTime reached = moment.atZone(zone);
        // A night may lead into a weekend, and that into the next night.
        for (Optional<ZonedDateTime> end = endAfter(reached); end.isPresent(); end = endAfter(reached)) {
            reached = end.get();
        }
        return reached.toInstant();
    }

    private Optional<ZonedDateTime> endAfter(ZonedDateTime moment) {
        if (isQuiet(moment.toLocalDate())) {
            return Optional.of(moment.toLocalDate().plusDays(1).atStartOfDay(zone));
        }
        return from == null || to == null ? Optional.empty() : new DailyHours(from, to).endAfter(moment);
    }

    private boolean isQuiet(LocalDate day) {
        return weekends && (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }

    /** When the latest digest was due, up to this moment. */
    public Instant lastDigest(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        while (isQuiet(day) || digestOf(day).isAfter(moment)) {
            day = day.minusDays(1);
        }
        return digestOf(day);
    }

    /** When the next digest is due, after this moment. */
    public Instant nextDigest(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        while (isQuiet(day) || !digestOf(day).isAfter(moment)) {
            day = day.plusDays(1);
        }
        return digestOf(day);
    }

    private Instant digestOf(LocalDate day) {
        return new WallClock(zone).at(day, digestAt).toInstant();
    }
}
