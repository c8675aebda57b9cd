package ews.plays.play;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/** When a step is due, counted from the day that the run starts. It is always a working day. */
public record Due(int days, Unit unit) {

    /** What the days are. */
    public enum Unit {
        @JsonProperty("working_days")
        WORKING_DAYS,
        @JsonProperty("calendar_days")
        CALENDAR_DAYS
    }

    public static Due workingDays(int days) {
        return new Due(days, Unit.WORKING_DAYS);
    }

    public static Due calendarDays(int days) {
        return new Due(days, Unit.CALENDAR_DAYS);
    }

    /** The due day of a run that starts on this day. */
    public LocalDate from(LocalDate start) {
        return switch (unit) {
            case WORKING_DAYS -> WorkingDays.after(start, days);
            case CALENDAR_DAYS -> WorkingDays.onOrAfter(start.plusDays(days));
        };
    }

    /** In words: {@code within 3 working days}. */
    public String text() {
        if (days == 0) {
            return "on the first day";
        }
        String what = unit == Unit.WORKING_DAYS ? "working day" : "day";
        return "within %d %s%s".formatted(days, what, days == 1 ? "" : "s");
    }
}
