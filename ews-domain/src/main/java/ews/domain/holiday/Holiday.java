package ews.domain.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * A day on which the organisation does not work.
 *
 * @param own whether somebody added it; else it is a public holiday of the region
 * @param worked whether the organisation works on this public holiday all the same
 */
public record Holiday(LocalDate day, String name, boolean own, boolean worked) {

    /** Nobody works then anyway. */
    public boolean isAtTheWeekend() {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
