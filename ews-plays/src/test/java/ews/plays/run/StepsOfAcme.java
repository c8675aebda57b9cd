package ews.plays.run;

import ews.plays.AccountOfCarla;
import ews.plays.Given;
import ews.plays.play.Play;
import ews.plays.play.Step;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plays run on Acme, and one looks at what their steps have done. It is Thursday, 19 November 2026. */
abstract class StepsOfAcme extends AccountOfCarla {

    @Autowired
    protected Runs runs;

    @Autowired
    protected TaskLists taskLists;

    @Autowired
    protected JdbcClient jdbc;

    protected Run started(Step... steps) {
        Play play = given.play(steps);
        return runs.start(account, play, null, "A test", actor);
    }

    protected static Step task(String title) {
        return Given.task(title, 1);
    }

    protected void says(String attribute, String value) {
        jdbc.sql("""
                        insert into attribute_change (account_id, occurred_at, event_key, name, value)
                        values (:account, '2026-11-01T10:00:00Z', hashtext(:name), :name, :value)
                        """)
                .param("account", account.value())
                .param("name", attribute)
                .param("value", value)
                .update();
    }

    protected List<String> titles(Run run) {
        return taskLists.ofRun(run.id()).stream().map(Task::title).toList();
    }

    protected List<String> results(Run run) {
        return jdbc.sql("select result from run_step where run_id = :run order by step")
                .param("run", run.id().value())
                .query((row, _) -> row.getString("result"))
                .list();
    }
}
