package ews.dashboard.api;

import ews.domain.account.Accounts;
import ews.domain.member.Members;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TaskApi {

    private final TaskList tasks;
    private final Accounts accounts;
    private final Members members;

    TaskApi(TaskList tasks, Accounts accounts, Members members) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.members = members;
    }

    @GetMapping("/v1/tasks")
    Page<TaskList.Item> tasks(HttpServletRequest request) {
        var parameters = new Parameters(request, "status", "assignee", "account", "run", "cursor", "limit");
        return tasks.page(
                parameters.oneOf("status", TaskList.STATUSES).orElse(null),
                parameters.member("assignee", members).orElse(null),
                parameters.account(accounts).orElse(null),
                parameters.id("run").orElse(null),
                parameters.cursor(2).orElse(null),
                parameters.limit());
    }

    @GetMapping("/v1/tasks/{task}")
    TaskList.Item task(@PathVariable String task, HttpServletRequest request) {
        new Parameters(request);
        return existing(tasks, task);
    }

    static TaskList.Item existing(TaskList tasks, String id) {
        return (id.matches("[0-9]{1,18}") ? tasks.withId(Long.parseLong(id)) : Optional.<TaskList.Item>empty())
                .orElseThrow(() -> Problem.notFound("There is no task with the id \"%s\".".formatted(id)));
    }
}
