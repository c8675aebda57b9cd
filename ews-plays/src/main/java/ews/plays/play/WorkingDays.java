package ews.plays.play;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Monday to Friday. Public holidays are not known, so they count as working days. */
public final class WorkingDays {

    private WorkingDays() {}

    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The day itself, or the Monday after it. */
    public static LocalDate onOrAfter(LocalDate day) {
        return isWorkingDay(day) ? day : onOrAfter(day.plusDays(1));
    }

    /**
     * The n-th working day after the day; with 0, the day itself or the Monday after it.
     *
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public static LocalDate after(LocalDate day, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("Working days are counted forward, not by " + n);
        }
        LocalDate reached = n == 0 ? onOrAfter(day) : day;
        for (int passed = 0; passed < n; passed++) {
            reached = onOrAfter(reached.plusDays(1));
        }
        return reached;
    }
}
