package ews.dashboard.api;

import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.plays.Written;
import ews.plays.task.Move;
import ews.plays.task.Rescheduling;
import ews.plays.task.Task;
import ews.plays.task.TaskId;
import ews.plays.task.Tasks;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done with tasks, in the name of the source whose key is used. */
@RestController
class TaskActionApi {

    private final TaskList list;
    private final Tasks tasks;
    private final Rescheduling rescheduling;
    private final Accounts accounts;
    private final Members members;

    TaskActionApi(TaskList list, Tasks tasks, Rescheduling rescheduling, Accounts accounts, Members members) {
        this.list = list;
        this.tasks = tasks;
        this.rescheduling = rescheduling;
        this.accounts = accounts;
        this.members = members;
    }

    /** A task with the day on which it is due, and the one on which it was or would be. */
    record Moved(long id, String title, LocalDate from, LocalDate to) {

        static List<Moved> of(List<Move> moves) {
            return moves.stream()
                    .map(move -> new Moved(move.task().value(), move.title(), move.from(), move.to()))
                    .toList();
        }
    }

    @PostMapping("/v1/tasks")
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    TaskList.Item add(HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        Body body = Body.of(request, "account", "title", "detail", "dueOn", "assignee");
        String key = body.text("account");
        String title = body.text("title");
        String detail = body.optionalText("detail", Written.TEXT).orElse("");
        LocalDate due = due(body);
        MemberId assignee = body.optionalText("assignee").map(this::memberOf).orElse(null);
        Account account = accounts.withKey(key).orElseThrow(() -> Problem.noAccount(key));
        Task added = Problem.telling(() -> tasks.add(account.id(), title, detail, due, assignee, actor));
        return list.withId(added.id().value()).orElseThrow();
    }

    @PostMapping("/v1/tasks/{task}/done")
    @Needs(Scope.CONFIGURE)
    TaskList.Item done(@PathVariable String task, HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        String note =
                Body.of(request, "note").optionalText("note", Written.TEXT).orElse(null);
        return change(task, id -> tasks.done(id, note, actor));
    }

    @PostMapping("/v1/tasks/{task}/skip")
    @Needs(Scope.CONFIGURE)
    TaskList.Item skip(@PathVariable String task, HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        String reason =
                Body.of(request, "reason").optionalText("reason", Written.TEXT).orElse("");
        return change(task, id -> tasks.skip(id, reason, actor));
    }

    @PostMapping("/v1/tasks/{task}/reassign")
    @Needs(Scope.CONFIGURE)
    TaskList.Item reassign(@PathVariable String task, HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        String email = Body.of(request, "assignee").text("assignee");
        return change(task, id -> tasks.reassign(id, memberOf(email), actor));
    }

    /** The later tasks of the run, with the days to which they would move along. */
    @GetMapping("/v1/tasks/{task}/later")
    Page<Moved> later(@PathVariable String task, HttpServletRequest request) {
        LocalDate due = new Parameters(request, "dueOn")
                .day("dueOn")
                .orElseThrow(
                        () -> Problem.badRequest("dueOn: is missing; give the day on which the task would be due."));
        return new Page<>(Moved.of(rescheduling.later(existing(task), due)), null);
    }

    @PostMapping("/v1/tasks/{task}/reschedule")
    @Needs(Scope.CONFIGURE)
    Page<Moved> reschedule(@PathVariable String task, HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        Body body = Body.of(request, "dueOn", "moveLater");
        LocalDate due = due(body);
        boolean moveLater = body.truth("moveLater");
        TaskId id = existing(task);
        return Problem.telling(
                () -> new Page<>(Moved.of(rescheduling.reschedule(id, due, moveLater, actor)), null),
                Problem::conflict);
    }

    private static LocalDate due(Body body) {
        return body.day("dueOn")
                .orElseThrow(() -> Problem.badRequest("dueOn: is missing; give the day on which the task is due."));
    }

    private MemberId memberOf(String email) {
        return members.withEmail(email)
                .orElseThrow(() -> Problem.badRequest(
                        "assignee: must be the e-mail address of a member; there is none with \"%s\"."
                                .formatted(email)))
                .id();
    }

    private TaskId existing(String task) {
        return new TaskId(TaskApi.existing(list, task).id());
    }

    private TaskList.Item change(String task, Consumer<TaskId> command) {
        TaskId id = existing(task);
        return Problem.telling(
                () -> {
                    command.accept(id);
                    return TaskApi.existing(list, task);
                },
                Problem::conflict);
    }
}
