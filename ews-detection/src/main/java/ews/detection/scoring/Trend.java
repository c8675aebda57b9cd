package ews.detection.scoring;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/** The days of an account's trend: the last day of each of eleven weeks, and then the latest day. */
final class Trend {

    static final int PAST_WEEKS = 11;

    private Trend() {}

    /** The Sundays before the week of {@code latest}, oldest first. */
    static List<LocalDate> sundaysBefore(LocalDate latest) {
        LocalDate lastSunday = mondayOf(latest).minusDays(1);
        return IntStream.range(0, PAST_WEEKS)
                .mapToObj(week -> lastSunday.minusWeeks(PAST_WEEKS - 1 - week))
                .toList();
    }

    static boolean isSameWeek(LocalDate one, LocalDate other) {
        return mondayOf(one).equals(mondayOf(other));
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
