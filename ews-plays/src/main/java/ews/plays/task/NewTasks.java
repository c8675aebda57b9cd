package ews.plays.task;

import ews.domain.member.MemberId;
import ews.domain.time.OrganisationDays;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Makes tasks of runs as they are given; whoever calls has checked them. */
    public void makeAll(List<NewTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        Map<StepOfRun, TaskId> ids = insertAll(tasks);
        List<TaskAssigned> assigned = tasks.stream()
                .filter(it -> it.assignee() != null)
                .map(it -> assigned(Objects.requireNonNull(ids.get(StepOfRun.of(it))), it, null))
                .toList();
        if (!assigned.isEmpty()) {
            events.publishEvent(new TasksAssigned(assigned));
        }
    }

    /** @param by who makes it */
    TaskId make(NewTask task, @Nullable MemberId by) {
        TaskId id = insert(task);
        if (task.assignee() != null) {
            events.publishEvent(new TasksAssigned(List.of(assigned(id, task, by))));
        }
        return id;
    }

    private static TaskAssigned assigned(TaskId id, NewTask task, @Nullable MemberId by) {
        return new TaskAssigned(
                id, task.account(), task.run(), task.title(), Objects.requireNonNull(task.assignee()), by);
    }

    private record StepOfRun(long run, int step) {

        static StepOfRun of(NewTask task) {
            return new StepOfRun(Objects.requireNonNull(task.run()).value(), Objects.requireNonNull(task.step()));
        }
    }

    private Map<StepOfRun, TaskId> insertAll(List<NewTask> tasks) {
        var ids = new HashMap<StepOfRun, TaskId>();
        jdbc.sql("""
                        insert into task (account_id, run_id, step, title, detail, role, assignee_id, status, due_on,
                                          created_at)
                        select n.account_id, n.run_id, n.step, n.title, n.detail, n.role, n.assignee_id, 'open', n.due_on, :now
                        from unnest(:accounts::bigint[], :runs::bigint[], :steps::int[], :titles::text[], :details::text[],
                                    :roles::text[], :assignees::bigint[], :due::date[])
                             n (account_id, run_id, step, title, detail, role, assignee_id, due_on)
                        returning id, run_id, step
                        """)
                .param(
                        "accounts",
                        tasks.stream().map(it -> it.account().value()).toArray(Long[]::new))
                .param("runs", tasks.stream().map(it -> StepOfRun.of(it).run).toArray(Long[]::new))
                .param("steps", tasks.stream().map(NewTask::step).toArray(Integer[]::new))
                .param("titles", tasks.stream().map(NewTask::title).toArray(String[]::new))
                .param("details", tasks.stream().map(NewTask::detail).toArray(String[]::new))
                .param("roles", tasks.stream().map(it -> it.role().code()).toArray(String[]::new))
                .param(
                        "assignees",
                        tasks.stream()
                                .map(it -> it.assignee() == null
                                        ? null
                                        : it.assignee().value())
                                .toArray(Long[]::new))
                .param("due", tasks.stream().map(it -> it.due().toString()).toArray(String[]::new))
                .param("now", days.now().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    ids.put(new StepOfRun(row.getLong("run_id"), row.getInt("step")), new TaskId(row.getLong("id")));
                });
        return ids;
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
