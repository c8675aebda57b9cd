package ews.plays.play;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import ews.domain.time.WorkingDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a step is due, counted from the day that the run starts or the step before is due. It is always a working day. */
public record Due(int days, Unit unit, From from) {

    /** How many days a play can wait for one step. */
    public static final int LATEST = 365;

    /** What the days are. */
    public enum Unit {
        @JsonProperty("working_days")
        WORKING_DAYS("working day", "working days"),
        @JsonProperty("calendar_days")
        CALENDAR_DAYS("day", "calendar days");

        private final String one;
        private final String label;

        Unit(String one, String label) {
            this.one = one;
            this.label = label;
        }

        public String label() {
            return label;
        }

        String say(int days) {
            return "%d %s%s".formatted(days, one, days == 1 ? "" : "s");
        }
    }

    /** Where the count begins. */
    public enum From {
        /** The day that the run starts. */
        @JsonProperty("start")
        START("the start"),
        /** The day that the nearest step before is due, or until which it waited; a watch list has no such day. */
        @JsonProperty("previous_step")
        PREVIOUS_STEP("the step before");

        private final String label;

        From(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Definitions that were written before there was a choice do not say from when: from the start. */
    @JsonCreator
    static Due read(int days, Unit unit, @Nullable From from) {
        return new Due(days, unit, from == null ? From.START : from);
    }

    public static Due workingDays(int days) {
        return new Due(days, Unit.WORKING_DAYS, From.START);
    }

    public static Due calendarDays(int days) {
        return new Due(days, Unit.CALENDAR_DAYS, From.START);
    }

    public Due afterTheStepBefore() {
        return new Due(days, unit, From.PREVIOUS_STEP);
    }

    /**
     * The due day.
     *
     * @param start of the run
     * @param before when the step before is due, or the day until which it waited
     */
    public LocalDate day(LocalDate start, LocalDate before, WorkingDays workingDays) {
        LocalDate first = switch (from) {
            case START -> start;
            case PREVIOUS_STEP -> before;
        };
        return switch (unit) {
            case WORKING_DAYS -> workingDays.after(first, days);
            case CALENDAR_DAYS -> workingDays.onOrAfter(first.plusDays(days));
        };
    }

    /** In words: {@code within 3 working days}, {@code 3 working days after the step before}. */
    public String text() {
        return switch (from) {
            case START -> days == 0 ? "on the first day" : "within " + unit.say(days);
            case PREVIOUS_STEP ->
                days == 0 ? "on the day of the step before" : unit.say(days) + " after the step before";
        };
    }
}
