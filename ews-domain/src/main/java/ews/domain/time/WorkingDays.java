package ews.domain.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/** Monday to Friday without the holidays of the organisation, which {@link Holidays} knows. */
public record WorkingDays(Predicate<LocalDate> isHoliday) {

    /** Where no holiday is kept. */
    public static final WorkingDays MONDAY_TO_FRIDAY = new WorkingDays(_ -> false);

    public boolean contains(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isHoliday.test(day);
    }

    /** The day itself, or the first working day after it. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate reached = day;
        while (!contains(reached)) {
            reached = reached.plusDays(1);
        }
        return reached;
    }

    /**
     * The n-th working day after the day; with 0, the day itself or the first working day after it.
     *
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public LocalDate after(LocalDate day, int n) {
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
