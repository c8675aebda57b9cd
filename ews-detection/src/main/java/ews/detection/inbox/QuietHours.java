package ews.detection.inbox;

import ews.domain.time.DailyHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When no new alerts are brought to anybody, on the organisation's clock.
 *
 * @param from when they begin each day; {@code null} with {@code to} where only weekends are quiet
 * @param to when they end, on the next day where that is earlier than {@code from}
 * @param weekends whether Saturdays and Sundays are quiet as a whole
 */
public record QuietHours(@Nullable LocalTime from, @Nullable LocalTime to, boolean weekends) {

    /** @throws IllegalArgumentException if one end is missing, if both are the same, or if nothing is quiet */
    public QuietHours {
        if ((from == null) != (to == null)) {
            throw new IllegalArgumentException("Quiet hours need both a beginning and an end");
        }
        if (from != null && from.equals(to)) {
            throw new IllegalArgumentException("Quiet hours must end at another time than they begin");
        }
        if (from == null && !weekends) {
            throw new IllegalArgumentException("Quiet hours need a beginning and an end, or weekends");
        }
    }

    /** When the quiet ends in which this moment lies; empty if it lies in none. */
    public Optional<ZonedDateTime> endAfter(ZonedDateTime moment) {
        ZonedDateTime end = moment;
        // A night may lead into a weekend, and that into the next night.
        for (Optional<ZonedDateTime> next = next(end); next.isPresent(); next = next(end)) {
            end = next.get();
        }
        return end.equals(moment) ? Optional.empty() : Optional.of(end);
    }

    private Optional<ZonedDateTime> next(ZonedDateTime moment) {
        if (weekends && isWeekend(moment)) {
            return Optional.of(moment.toLocalDate().plusDays(1).atStartOfDay(moment.getZone()));
        }
        return from == null || to == null ? Optional.empty() : new DailyHours(from, to).endAfter(moment);
    }

    private static boolean isWeekend(ZonedDateTime moment) {
        return moment.getDayOfWeek() == DayOfWeek.SATURDAY || moment.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
