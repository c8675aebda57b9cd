package ews.detection.scoring;

import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The day that is scored as today. The instances agree on it: once one of them has begun the run of a day, it has begun
 * for all, although the clock of another says that it is still the evening before, or is put back. Otherwise that one
 * would take today's scores for those of the future, and remove them.
 */
@Repository
class ScoringDay {

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    ScoringDay(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    LocalDate today() {
        LocalDate own = days.today();
        LocalDate next = own.plusDays(1); // further apart, something is wrong with the clocks that nobody should follow
        boolean begun = jdbc.sql("select exists (select from daily_run where day = :next)")
                .param("next", next)
                .query(Boolean.class)
                .single();
        return begun ? next : own;
    }
}
