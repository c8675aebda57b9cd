package ews.dashboard.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The state of the sample company: one row or none, the same for all instances. */
@Repository
class SampleStates {

    private final JdbcClient jdbc;

    SampleStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SampleState> current() {
        return jdbc.sql("select * from sample_company")
                .query(SampleStates::state)
                .optional();
    }

    /** Whether this call began it: it did not exist, or had failed and now goes on. */
    boolean begin(LocalDate anchor) {
        return jdbc.sql("""
                        insert into sample_company as it (id, anchor, phase, customers, told_until, waiting)
                        values (1, :anchor, 'telling', 0, :until, 0)
                        on conflict (id) do update set phase = 'telling', failure = null where it.phase = 'failed'
                        """)
                        .param("anchor", anchor)
                        .param("until", anchor.minusDays(1))
                        .update()
                > 0;
    }

    /** @return whether the sample company still is wanted: it may have been removed meanwhile */
    boolean told(int customers, LocalDate until) {
        return jdbc.sql("update sample_company set customers = :customers, told_until = :until")
                        .param("customers", customers)
                        .param("until", until)
                        .update()
                > 0;
    }

    /** @return whether the sample company still is wanted */
    boolean enter(Phase phase, int waiting, @Nullable String failure) {
        return jdbc.sql("update sample_company set phase = :phase, waiting = :waiting, failure = :failure")
                        .param("phase", phase.code())
                        .param("waiting", waiting)
                        .param("failure", failure)
                        .update()
                > 0;
    }

    void remove() {
        jdbc.sql("delete from sample_company").update();
    }

    /** Accounts of the sample company that wait for a score, of today or of a day in the past. */
    int waiting() {
        return jdbc.sql("""
                        select count(*) from account
                        where sample and (id in (select account_id from history_due)
                                          or id in (select account_id from dirty_account))
                        """).query(Integer.class).single();
    }

    private static SampleState state(ResultSet row, int number) throws SQLException {
        return new SampleState(
                row.getObject("anchor", LocalDate.class),
                Phase.of(row.getString("phase")),
                row.getInt("customers"),
                row.getObject("told_until", LocalDate.class),
                row.getInt("waiting"),
                row.getString("failure"));
    }
}
