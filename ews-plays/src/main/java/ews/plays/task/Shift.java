package ews.plays.task;

import ews.domain.time.WorkingDays;
import java.time.LocalDate;

/** By how many working days something moves; earlier if negative. */
record Shift(int days, WorkingDays workingDays) {

    /** What moves a thing from one day to another: the working days after the earlier one, up to the later one. */
    static Shift between(LocalDate from, LocalDate to, WorkingDays workingDays) {
        LocalDate first = from.isBefore(to) ? from : to;
        LocalDate last = from.isBefore(to) ? to : from;
        int days = (int) first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(workingDays::contains)
                .count();
        return new Shift(from.isBefore(to) ? days : -days, workingDays);
    }

    /** Where the day ends up: the day itself without any shift, and else always on a working day. */
    LocalDate of(LocalDate day) {
        int step = days < 0 ? -1 : 1;
        LocalDate reached = day;
        for (int passed = 0; passed < Math.abs(days); passed++) {
            do {
                reached = reached.plusDays(step);
            } while (!workingDays.contains(reached));
        }
        return reached;
    }
}
