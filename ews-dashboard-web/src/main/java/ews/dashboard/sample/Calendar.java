package ews.dashboard.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoField;
import java.util.Set;

/** How much people work on a day, against a normal working day. */
final class Calendar {

    private static final Set<MonthDay> PUBLIC_HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(7, 4), MonthDay.of(11, 1), MonthDay.of(12, 25));
    private static final int WEEKS_OF_HOLIDAYS = 2;

    private Calendar() {}

    static double work(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return 0.06;
        }
        if (PUBLIC_HOLIDAYS.contains(MonthDay.from(day))) {
            return 0.1;
        }
        if (day.getMonthValue() == 12 && day.getDayOfMonth() >= 24) {
            return 0.25;
        }
        return day.getDayOfWeek() == DayOfWeek.FRIDAY ? 0.85 : 1;
    }

    static boolean isOnHoliday(Person person, LocalDate day) {
        int week = day.get(ChronoField.ALIGNED_WEEK_OF_YEAR);
        return week >= person.holidayWeek() && week < person.holidayWeek() + WEEKS_OF_HOLIDAYS;
    }
}
