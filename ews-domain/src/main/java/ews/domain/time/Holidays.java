package ews.domain.time;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days, besides weekends, on which the organisation does not work. */
@Repository
public class Holidays {

    private final JdbcClient jdbc;

    Holidays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As they are known now. */
    public WorkingDays workingDays() {
        return new WorkingDays(days()::contains);
    }

    /** Each holiday, and each day off that leads into one, with the working day that follows. */
    public SortedMap<LocalDate, LocalDate> workingDayAfterEach() {
        Set<LocalDate> holidays = days();
        var workingDays = new WorkingDays(holidays::contains);
        var after = new TreeMap<LocalDate, LocalDate>();
        for (LocalDate holiday : holidays) {
            LocalDate next = workingDays.onOrAfter(holiday);
            for (LocalDate day = holiday; !workingDays.contains(day); day = day.minusDays(1)) {
                after.put(day, next);
            }
        }
        return after;
    }

    private Set<LocalDate> days() {
        return new HashSet<>(jdbc.sql("select day from holiday where not worked")
                .query(LocalDate.class)
                .list());
    }
}
