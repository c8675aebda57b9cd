package ews.plays.task;

import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where tasks come from. A step of a run makes its task once: the database refuses a second one. */
@Repository
public class NewTasks {

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final ApplicationEventPublisher events;

    NewTasks(JdbcClient jdbc, OrganisationDays days, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.days = days;
        this.events = events;
    }

    /** Makes a task of a run as it is given; whoever calls has checked it. */
    public TaskId make(NewTask task) {
        return make(task, null);
    }

    /** @param by who makes it; {@code null} if a run does */
    TaskId make(NewTask task, @Nullable MemberId by) {
        TaskId id = insert(task);
        if (task.assignee() != null) {
            events.publishEvent(new TaskAssigned(id, task.account(), task.run(), task.title(), task.assignee(), by));
        }
        return id;
    }

    private TaskId insert(NewTask task) {
        return jdbc.sql("""
                        insert into task (account_id, run_id, step, title, detail, role, assignee_id, status, due_on,
                                          created_at)
                        values (:account, :run, :step, :title, :detail, :role, :assignee, 'open', :due, :now)
                        returning id
                        """)
                .param("account", task.account().value())
                .param("run", task.run() == null ? null : task.run().value())
                .param("step", task.step())
                .param("title", task.title())
                .param("detail", task.detail())
                .param("role", task.role().code())
                .param(
                        "assignee",
                        task.assignee() == null ? null : task.assignee().value())
                .param("due", task.due())
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new TaskId(row.getLong("id")))
                .single();
    }
}
