package ews.domain.time;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
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
        Set<LocalDate> holidays = new HashSet<>(jdbc.sql("select day from holiday where not worked")
                .query(LocalDate.class)
                .list());
        return new WorkingDays(holidays::contains);
    }
}
