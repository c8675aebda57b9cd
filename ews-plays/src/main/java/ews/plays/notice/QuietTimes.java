package ews.plays.notice;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
        return isQuiet(moment.atZone(zone));
    }

    private boolean isQuiet(ZonedDateTime moment) {
        return isQuiet(moment.toLocalDate()) || isQuiet(moment.toLocalTime());
    }

    private boolean isQuiet(LocalDate day) {
        return weekends && (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }

    private boolean isQuiet(LocalTime time) {
        if (from == null || to == null) {
            return false;
        }
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    /** The first moment that is not quiet: this one, or a later one. */
    public Instant awake(Instant moment) {
        ZonedDateTime reached = moment.atZone(zone);
        while (isQuiet(reached)) {
            reached = isQuiet(reached.toLocalDate()) ? startOfNextDay(reached) : endOfHours(reached);
        }
        return reached.toInstant();
    }

    private ZonedDateTime startOfNextDay(ZonedDateTime moment) {
        return moment.toLocalDate().plusDays(1).atStartOfDay(zone);
    }

    /** Where clocks jump over the end, the hour after it. */
    private ZonedDateTime endOfHours(ZonedDateTime quiet) {
        ZonedDateTime end = quiet.toLocalDate().atTime(to).atZone(zone);
        return end.isAfter(quiet)
                ? end
                : quiet.toLocalDate().plusDays(1).atTime(to).atZone(zone);
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
        return day.atTime(digestAt).atZone(zone).toInstant();
    }
}
