package ews.plays.play;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ews.domain.fact.AccountFacts;
import ews.domain.metric.Measurement;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * When what a play is for has been reached, so that facts prove it: a measurement is at a level, and has stayed there
 * for some days.
 *
 * @param atLeast whether the level is the least that it has to be, and not the most
 * @param days how many days in a row, 1 to {@value #LONGEST}
 * @param within how many days after the start of a run somebody has to tell the outcome, if it is not reached by then
 */
public record Goal(Measurement measurement, boolean atLeast, Level level, int days, int within) {

    /** How many days in a row can be asked for. */
    public static final int LONGEST = 90;

    /** How much more than before can be asked for, in percent. */
    public static final int MOST_PERCENT = 1_000;

    /** Which level. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@Type(name = "fixed", value = Level.Fixed.class), @Type(name = "before", value = Level.Before.class)
    })
    public sealed interface Level {

        /** The same for all accounts. */
        record Fixed(double limit) implements Level {}

        /**
         * A part of what the measurement was before the trouble, in percent: its value one window before the run started,
         * or {@value Goal#BEFORE} days before where it has no window.
         */
        record Before(int percent) implements Level {}
    }

    /** Where a measurement has no window: so many days before the start of the run. */
    static final int BEFORE = 28;

    /** What it has to be for a run that started on this day; empty where nothing was known then. */
    public OptionalDouble target(AccountFacts facts, LocalDate start) {
        return switch (level) {
            case Level.Fixed(double limit) -> OptionalDouble.of(limit);
            case Level.Before(int percent) -> {
                OptionalDouble before = measurement.measure(facts, start.minusDays(lead()));
                yield before.isEmpty() ? before : OptionalDouble.of(before.getAsDouble() * percent / 100);
            }
        };
    }

    /** How many days in a row up to this one it has been at its level, those before the start of the run left out. */
    public int daysReached(AccountFacts facts, LocalDate start, LocalDate asOf) {
        OptionalDouble target = target(facts, start);
        if (target.isEmpty()) {
            return 0;
        }
        int reached = 0;
        for (LocalDate day = asOf; !day.isBefore(start) && reached < days; day = day.minusDays(1)) {
            OptionalDouble value = measurement.measure(facts, day);
            if (value.isEmpty() || !isAt(value.getAsDouble(), target.getAsDouble())) {
                break;
            }
            reached++;
        }
        return reached;
    }

    /** How many days of usage it reads, counted back from today, for a run that started so many days ago. */
    public int usageDays(int daysAgo) {
        return measurement.usageDays() + Math.max(days, daysAgo + lead());
    }

    private int lead() {
        return measurement.days() > 0 ? measurement.days() : BEFORE;
    }

    private boolean isAt(double value, double target) {
        return atLeast ? value >= target : value <= target;
    }

    /** In words: {@code active users, 28 days at least 100 % of the level before, for 14 days}. */
    public String text() {
        String reached = switch (level) {
            case Level.Fixed(double limit) -> measurement.limited(atLeast, limit);
            case Level.Before(int percent) ->
                "%s %s %d %% of the level before"
                        .formatted(measurement.label(), atLeast ? "at least" : "at most", percent);
        };
        return days == 1 ? reached : "%s, for %s".formatted(reached, Due.Unit.CALENDAR_DAYS.say(days));
    }
}
