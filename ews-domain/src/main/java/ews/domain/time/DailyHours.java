package ews.domain.time;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hours between two times on the {@linkplain WallClock clock on the wall}, once each day: they begin once and end
 * once, also where the clock is put forward or back.
 *
 * @param to on the next day where that is not after {@code from}
 */
public record DailyHours(LocalTime from, LocalTime to) {

    /** When the hours end in which this moment lies; empty if it lies in none. */
    public Optional<ZonedDateTime> endAfter(ZonedDateTime moment) {
        var clock = new WallClock(moment.getZone());
        LocalDate day = moment.toLocalDate();
        return Stream.of(day.minusDays(1), day)
                .filter(begin -> !moment.isBefore(clock.at(begin, from)))
                .map(begin -> clock.at(to.isAfter(from) ? begin : begin.plusDays(1), to))
                .filter(moment::isBefore)
                .findFirst();
    }
}
