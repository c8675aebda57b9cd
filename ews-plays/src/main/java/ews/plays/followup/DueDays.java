package ews.plays.followup;

import ews.domain.time.WorkingDays;
import java.time.LocalDate;

/** Counts working days back. */
final class DueDays {

    private DueDays() {}

    /** The latest day after which, by {@code today}, so many working days have come. */
    static LocalDate atLatest(LocalDate today, int workingDays, WorkingDays calendar) {
        LocalDate day = today;
        while (calendar.after(day, workingDays).isAfter(today)) {
            day = day.minusDays(1);
        }
        return day;
    }
}
