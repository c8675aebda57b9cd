package ews.plays.getwell;

import java.time.LocalDate;

/** The days by which something of a plan is to be done. */
final class PlanDays {

    static final int MOST_YEARS_AHEAD = 2;

    private PlanDays() {}

    /** @throws IllegalArgumentException if the day is past, or too far ahead */
    static void check(LocalDate due, LocalDate today) {
        if (due.isBefore(today)) {
            throw new IllegalArgumentException("The day %s is past: please choose one from today on.".formatted(due));
        }
        if (due.isAfter(today.plusYears(MOST_YEARS_AHEAD))) {
            throw new IllegalArgumentException("The day %s is more than %d years ahead: please choose an earlier one."
                    .formatted(due, MOST_YEARS_AHEAD));
        }
    }
}
