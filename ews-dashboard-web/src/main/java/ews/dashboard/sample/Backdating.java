package ews.dashboard.sample;

import ews.plays.run.Run;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a run of the sample company that has just been worked on into the past, with its alert and all that was done:
 * the company is told within minutes, and what people do helps after weeks. Tasks were done on the days they were due.
 */
@Component
class Backdating {

    private static final List<String> EARLIER = List.of("""
            update alert set raised_at = raised_at - interval '14 days', raised_on = raised_on - 14
            where account_id = :account and id = :alert
            """, """
            update run_step set taken_at = taken_at - interval '14 days' where account_id = :account and run_id = :run
            """, """
            update task set created_at = created_at - interval '14 days', due_on = due_on - 14,
                            ended_at = ended_at + (due_on - 14 - ended_at::date) * interval '1 day'
            where account_id = :account and run_id = :run
            """, """
            update touchpoint set occurred_at = occurred_at - interval '13 days'
            where account_id = :account and run_id = :run
            """, """
            update watch_list_entry set added_at = added_at - interval '14 days'
            where account_id = :account and run_id = :run
            """);

    private final JdbcClient jdbc;

    Backdating(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does so once: a run that is old enough stays where it is. */
    @Transactional
    void twoWeeks(Run run) {
        int moved = jdbc.sql("""
                        update run set started_at = started_at - interval '14 days', counted_from = counted_from - 14,
                                       watched_until = watched_until - 14
                        where account_id = :account and id = :run and started_at > now() - interval '7 days'
                        """)
                .param("account", run.account().value())
                .param("run", run.id().value())
                .update();
        if (moved == 1) {
            for (String earlier : EARLIER) {
                jdbc.sql(earlier)
                        .param("account", run.account().value())
                        .param("run", run.id().value())
                        .param("alert", run.alert() == null ? null : run.alert().value())
                        .update();
            }
        }
    }
}
