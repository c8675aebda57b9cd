package ews.plays.task;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.domain.member.Member;
import ews.domain.member.MemberId;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.Written;
import ews.plays.play.AssigneeRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tasks, and what people do with them. A task never disappears: it is done, or skipped for a reason. Changing a
 * task that is not open any more is {@linkplain TransitionRefused refused}; lists are in {@link TaskLists}.
 */
@Repository
public class Tasks {

    private static final int MOST_YEARS_AHEAD = 5;

    private final JdbcClient jdbc;
    private final OrganisationDays days;
    private final Accounts accounts;
    private final NewTasks newTasks;
    private final OpenTasks openTasks;
    private final Assignable assignable;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Tasks(
            JdbcClient jdbc,
            OrganisationDays days,
            Accounts accounts,
            NewTasks newTasks,
            OpenTasks openTasks,
            Assignable assignable,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.days = days;
        this.accounts = accounts;
        this.newTasks = newTasks;
        this.openTasks = openTasks;
        this.assignable = assignable;
        this.audit = audit;
        this.events = events;
    }

    public Optional<Task> withId(TaskId id) {
        return jdbc.sql(TaskRow.SELECT + "where t.id = :id")
                .param("id", id.value())
                .query(TaskRow::task)
                .optional();
    }

    /**
     * Adds a task of a person's own making.
     *
     * @param assignee who gets it; {@code null} if nobody has it yet
     * @throws IllegalArgumentException if the title is missing, the day is past or too far ahead, or the member cannot take tasks
     */
    @Transactional
    public Task add(
            AccountId account, String title, String detail, LocalDate due, @Nullable MemberId assignee, Actor actor) {
        if (accounts.withId(account).isEmpty()) {
            throw new NoSuchElementException("There is no account " + account);
        }
        if (assignee != null) {
            assignable.member(assignee);
        }
        String written = Written.optional("detail", detail, Written.TEXT);
        TaskId id = newTasks.make(
                new NewTask(
                        account,
                        null,
                        null,
                        Written.required("title", title, Written.LINE),
                        written == null ? "" : written,
                        AssigneeRole.CSM,
                        assignee,
                        possible(due)),
                actor.member());
        return recorded(id, "task.added", actor, Map.of("due", due.toString()));
    }

    /**
     * @param note what came of it, if there is something to say
     * @return the run that now waits for its outcome, because this was its last open task
     */
    @Transactional
    public Optional<RunId> done(TaskId id, @Nullable String note, Actor actor) {
        return end(id, TaskStatus.DONE, Written.optional("note", note, Written.TEXT), actor);
    }

    /** Like {@link #done}, for a task that nobody will do, with the reason. */
    @Transactional
    public Optional<RunId> skip(TaskId id, String reason, Actor actor) {
        return end(id, TaskStatus.SKIPPED, Written.required("reason", reason, Written.TEXT), actor);
    }

    /** Skips what is still open of a run that ends. */
    @Transactional
    public void skipOpen(RunId run, String reason, Actor actor) {
        openTasks.of(run).forEach(task -> skip(task, reason, actor));
    }

    /** Gives a task another due day, from today on. */
    @Transactional
    public Task reschedule(TaskId id, LocalDate due, Actor actor) {
        Task before = existing(id);
        change(id, "update task set due_on = :due", it -> it.param("due", possible(due)));
        return recorded(
                id, "task.rescheduled", actor, Map.of("from", before.due().toString(), "to", due.toString()));
    }

    /** Takes a move back, unless the task has ended or moved again since. */
    boolean putBack(Move move, Actor actor) {
        int back = jdbc.sql("update task set due_on = :from where id = :id and due_on = :to and status = 'open'")
                .param("from", move.from())
                .param("id", move.task().value())
                .param("to", move.to())
                .update();
        if (back == 1) {
            recorded(
                    move.task(),
                    "task.rescheduled",
                    actor,
                    Map.of("from", move.to().toString(), "to", move.from().toString(), "undo", true));
        }
        return back == 1;
    }

    /** Gives a task to somebody else, who is active and may do tasks. */
    @Transactional
    public Task reassign(TaskId id, MemberId assignee, Actor actor) {
        Task before = existing(id);
        Member member = assignable.member(assignee);
        change(id, "update task set assignee_id = :assignee", it -> it.param("assignee", assignee.value()));
        Map<String, @Nullable Object> detail = new HashMap<>();
        detail.put("from", before.assigneeName());
        detail.put("to", member.name());
        if (!assignee.equals(before.assignee())) {
            events.publishEvent(new TasksAssigned(
                    List.of(new TaskAssigned(id, before.account(), null, before.title(), assignee, actor.member()))));
        }
        return recorded(id, "task.reassigned", actor, detail);
    }

    private Optional<RunId> end(TaskId id, TaskStatus status, @Nullable String note, Actor actor) {
        RunId run = existing(id).run();
        if (run != null) {
            openTasks.hold(run);
        }
        change(
                id,
                "update task set status = :to, ended_at = :now, ended_by = :by, note = :note",
                it -> it.param("to", status.code())
                        .param("now", days.now().atOffset(ZoneOffset.UTC))
                        .param("by", actor.name())
                        .param("note", note));
        Map<String, @Nullable Object> detail = new HashMap<>();
        detail.put("note", note);
        recorded(id, "task." + status.code(), actor, detail);
        if (run != null && openTasks.of(run).isEmpty()) {
            events.publishEvent(new TasksOfRunEnded(run));
        }
        return Optional.ofNullable(run).filter(openTasks::awaitsOutcome);
    }

    /** Changes a task that is still open. */
    private void change(TaskId id, String update, UnaryOperator<StatementSpec> params) {
        int changed = params.apply(jdbc.sql(update + " where id = :id and status = 'open'"))
                .param("id", id.value())
                .update();
        if (changed == 0) {
            Task task = existing(id);
            throw new TransitionRefused("The task \"%s\" is %s already, by %s."
                    .formatted(task.title(), task.status().code(), task.endedBy()));
        }
    }

    private LocalDate possible(LocalDate due) {
        if (due.isBefore(days.today())) {
            throw new IllegalArgumentException(
                    "The due day %s is past: please choose today or a later day.".formatted(due));
        }
        if (due.isAfter(days.today().plusYears(MOST_YEARS_AHEAD))) {
            throw new IllegalArgumentException("The due day %s is too far ahead: please choose a day within %d years."
                    .formatted(due, MOST_YEARS_AHEAD));
        }
        return due;
    }

    private Task existing(TaskId id) {
        return withId(id).orElseThrow(() -> new NoSuchElementException("There is no task " + id));
    }

    private Task recorded(TaskId id, String action, Actor actor, Map<String, @Nullable Object> detail) {
        Task task = existing(id);
        audit.record(actor, action, "task %s \"%s\" of %s".formatted(id, task.title(), task.accountName()), detail);
        return task;
    }
}
