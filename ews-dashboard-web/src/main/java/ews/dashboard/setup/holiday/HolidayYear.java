package ews.dashboard.setup.holiday;

import ews.domain.holiday.Holiday;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The holidays of a year, as the page shows them. */
record HolidayYear(int year, List<Line> lines) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    /**
     * One of them.
     *
     * @param kind what can be done about it
     */
    record Line(LocalDate day, String text, String name, Kind kind) {}

    /** People may work on a public holiday, keep one on which they work, and take away an own day. */
    enum Kind {
        PUBLIC,
        WORKED,
        OWN,
        WEEKEND,
        PAST
    }

    static List<HolidayYear> of(List<Holiday> holidays, LocalDate today) {
        var years = new TreeMap<Integer, List<Line>>();
        holidays.forEach(it -> years.computeIfAbsent(it.day().getYear(), _ -> new ArrayList<>())
                .add(new Line(it.day(), DAY.format(it.day()), it.name(), kind(it, today))));
        return years.entrySet().stream()
                .map(it -> new HolidayYear(it.getKey(), it.getValue()))
                .toList();
    }

    private static Kind kind(Holiday holiday, LocalDate today) {
        if (holiday.own()) {
            return Kind.OWN;
        }
        if (holiday.day().isBefore(today)) {
            return Kind.PAST;
        }
        if (holiday.worked()) {
            return Kind.WORKED;
        }
        return holiday.isAtTheWeekend() ? Kind.WEEKEND : Kind.PUBLIC;
    }
}
