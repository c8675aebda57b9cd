package ews.dashboard.today;

import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** On which days members look at Today. */
@Repository
class Visits {

    private final JdbcClient jdbc;
    private final OrganisationDays days;

    Visits(JdbcClient jdbc, OrganisationDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** Notes that a member looks today, and answers the day before on which they did; the same all day long. */
    Optional<LocalDate> visit(MemberId member) {
        jdbc.sql("""
                        update member set visited_before = visited_on, visited_on = :today
                        where id = :member and visited_on is distinct from :today
                        """)
                .param("today", days.today())
                .param("member", member.value())
                .update();
        return jdbc.sql("select visited_before from member where id = :member and visited_before is not null")
                .param("member", member.value())
                .query(LocalDate.class)
                .optional();
    }
}
