package ews.domain.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/** The clock on the wall of somebody's zone, which is put forward and back. */
public record WallClock(ZoneId zone) {

    /**
     * The moment at which the clock has come to a time of a day: the first, if it shows that time twice, and that of the
     * leap, if it leaps over it.
     */
    public ZonedDateTime at(LocalDate day, LocalTime time) {
        LocalDateTime wanted = day.atTime(time);
        ZoneOffsetTransition change = change(wanted);
        return change != null && change.isGap() ? change.getInstant().atZone(zone) : wanted.atZone(zone);
    }

    /** Whether the clock shows this time of the day at all. */
    public boolean shows(LocalDate day, LocalTime time) {
        ZoneOffsetTransition change = change(day.atTime(time));
        return change == null || change.isOverlap();
    }

    private @Nullable ZoneOffsetTransition change(LocalDateTime time) {
        return zone.getRules().getTransition(time);
    }
}
