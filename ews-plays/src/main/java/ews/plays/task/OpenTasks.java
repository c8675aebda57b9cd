package ews.plays.task;

import ews.domain.play.RunId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is still open of a run. */
@Repository
public class OpenTasks {

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets nobody else end tasks of the run until this transaction is over, so that of two people who end the last two
     * tasks one is told that it was the last.
     */
    void hold(RunId run) {
        jdbc.sql("select id from run where id = :run for no key update")
                .param("run", run.value())
                .query(Long.class)
                .single();
    }

    public List<TaskId> of(RunId run) {
        return jdbc.sql("""
                        select id from task
                        where (account_id, run_id) = (select account_id, id from run where id = :run) and status = 'open'
                        order by step
                        """)
                .param("run", run.value())
                .query((row, _) -> new TaskId(row.getLong("id")))
                .list();
    }

    /** Whether nothing is left to do in a running run, also no wait, so that its outcome has to be told. */
    boolean awaitsOutcome(RunId run) {
        return of(run).isEmpty()
                && jdbc.sql("select waits_until is null and watched_until is null from run where id = :run")
                        .param("run", run.value())
                        .query(Boolean.class)
                        .single();
    }
}
