package ews.dashboard.tasks;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Address;
import ews.dashboard.view.Answer;
import ews.dashboard.view.Paging;
import ews.dashboard.view.When;
import ews.dashboard.view.Whose;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.task.Task;
import ews.plays.task.TaskId;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tasks by due day, the page of one, and what is done with it. The last one of a run asks for its outcome. */
@Controller
class TaskController {

    private final TaskLists lists;
    private final Tasks tasks;
    private final Accounts accounts;
    private final Members members;
    private final Whose.Reading whose;
    private final OrganisationDays days;

    TaskController(
            TaskLists lists,
            Tasks tasks,
            Accounts accounts,
            Members members,
            Whose.Reading whose,
            OrganisationDays days) {
        this.lists = lists;
        this.tasks = tasks;
        this.accounts = accounts;
        this.members = members;
        this.whose = whose;
        this.days = days;
    }

    @GetMapping("/tasks")
    String list(
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable String page,
            Viewer viewer,
            Model model) {
        Whose of = whose.of(member, viewer, viewer.role() == Role.EXECUTIVE ? "all" : "me");
        SortedMap<LocalDate, Long> open = lists.openByDay(of.member());
        var paging = Paging.of(
                Paging.number(page),
                TaskList.count(open),
                TaskList.PAGE_SIZE,
                new Address("/tasks", Map.of("member", of.code())));
        List<Task> tasks = lists.open(of.member(), paging.page(), TaskList.PAGE_SIZE);
        model.addAttribute("whose", of);
        model.addAttribute("list", TaskList.of(tasks, open, paging, days.today()));
        model.addAttribute("needingOwner", viewer.leads() && paging.page() == 1 ? lists.needingOwner() : List.of());
        return "tasks/list";
    }

    @GetMapping("/tasks/{id:\\d+}")
    String page(@PathVariable long id, Viewer viewer, Model model) {
        Task task = existing(id);
        boolean ofSample = accounts.withId(task.account()).map(Account::sample).orElse(false);
        model.addAttribute("task", task);
        model.addAttribute("ofSample", ofSample);
        model.addAttribute("changes", task.isOpen() && mayChange(task, viewer));
        model.addAttribute(
                "assignees",
                members.all().stream()
                        .filter(member -> member.active() && member.role() != Role.EXECUTIVE)
                        .filter(member ->
                                ofSample || !member.sample() || member.id().equals(task.assignee()))
                        .toList());
        return "tasks/task";
    }

    @PostMapping("/tasks/{id:\\d+}/done")
    String done(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String note,
            Viewer viewer,
            RedirectAttributes once) {
        Task task = changeable(id, viewer);
        return ended(task, once, () -> tasks.done(task.id(), note, viewer.actor()), "Done: %s.");
    }

    @PostMapping("/tasks/{id:\\d+}/skip")
    String skip(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            RedirectAttributes once) {
        Task task = changeable(id, viewer);
        return ended(task, once, () -> tasks.skip(task.id(), reason, viewer.actor()), "Skipped: %s.");
    }

    @PostMapping("/tasks/{id:\\d+}/reschedule")
    String reschedule(@PathVariable long id, @RequestParam LocalDate due, Viewer viewer, RedirectAttributes once) {
        Task task = changeable(id, viewer);
        return new Answer(pageOf(task), once).after(() -> {
            tasks.reschedule(task.id(), due, viewer.actor());
            return "Now due on %s.".formatted(When.day(due));
        });
    }

    @PostMapping("/tasks/{id:\\d+}/reassign")
    String reassign(@PathVariable long id, @RequestParam long assignee, Viewer viewer, RedirectAttributes once) {
        Task task = changeable(id, viewer);
        return new Answer(pageOf(task), once)
                .after(() -> "%s has the task now."
                        .formatted(tasks.reassign(task.id(), new MemberId(assignee), viewer.actor())
                                .assigneeName()));
    }

    private interface Ending {
        Optional<RunId> end();
    }

    /** Goes on to the run if it now waits for its outcome, and else back to the list. */
    private String ended(Task task, RedirectAttributes once, Ending ending, String done) {
        return new Answer(pageOf(task), once).opening(() -> {
            Optional<RunId> run = ending.end();
            once.addFlashAttribute("message", done.formatted(task.title()));
            return run.map(it -> "/runs/" + it + "#outcome").orElse("/tasks");
        });
    }

    private Task existing(long id) {
        return tasks.withId(new TaskId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Task changeable(long id, Viewer viewer) {
        Task task = existing(id);
        if (!mayChange(task, viewer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return task;
    }

    /** Who has the task may work on it, whoever's account it is about. */
    private boolean mayChange(Task task, Viewer viewer) {
        Optional<Account> account = accounts.withId(task.account());
        return viewer.mayWork()
                && (viewer.id().equals(task.assignee())
                        || account.map(viewer::mayChange).orElse(false));
    }

    private static String pageOf(Task task) {
        return "/tasks/" + task.id();
    }
}
