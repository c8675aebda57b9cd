package ews.dashboard.tasks;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Address;
import ews.dashboard.view.Answer;
import ews.dashboard.view.Paging;
import ews.dashboard.view.Whose;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.member.MemberId;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.task.Rescheduling;
import ews.plays.task.Task;
import ews.plays.task.TaskLists;
import ews.plays.task.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tasks by due day, the page of one, and what is done with it. The last one of a run asks for its outcome. */
@Controller
class TaskController {

    private final TaskLists lists;
    private final Tasks tasks;
    private final TaskAccess access;
    private final Rescheduling rescheduling;
    private final Accounts accounts;
    private final Members members;
    private final Whose.Reading whose;
    private final OrganisationDays days;

    TaskController(
            TaskLists lists,
            Tasks tasks,
            TaskAccess access,
            Rescheduling rescheduling,
            Accounts accounts,
            Members members,
            Whose.Reading whose,
            OrganisationDays days) {
        this.lists = lists;
        this.tasks = tasks;
        this.access = access;
        this.rescheduling = rescheduling;
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

    /** @param due the day for which the later tasks of the run are shown as they would move; as it is if not given */
    @GetMapping("/tasks/{id:\\d+}")
    String page(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate due,
            Viewer viewer,
            Model model) {
        Task task = access.existing(id);
        boolean ofSample = accounts.withId(task.account()).map(Account::sample).orElse(false);
        model.addAttribute("task", task);
        model.addAttribute("ofSample", ofSample);
        model.addAttribute("changes", task.isOpen() && access.mayChange(task, viewer));
        model.addAttribute(
                "assignees",
                members.all().stream()
                        .filter(member -> member.active() && member.role() != Role.EXECUTIVE)
                        .filter(member ->
                                ofSample || !member.sample() || member.id().equals(task.assignee()))
                        .toList());
        LocalDate earliest = task.due().isBefore(days.today()) ? days.today() : task.due();
        model.addAttribute("asked", due != null);
        model.addAttribute("due", due == null ? earliest : due);
        model.addAttribute("later", rescheduling.later(task.id(), due == null ? earliest : due));
        return "tasks/task";
    }

    @PostMapping("/tasks/{id:\\d+}/done")
    String done(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String note,
            Viewer viewer,
            RedirectAttributes once) {
        Task task = access.changeable(id, viewer);
        return ended(task, once, () -> tasks.done(task.id(), note, viewer.actor()), "Done: %s.");
    }

    @PostMapping("/tasks/{id:\\d+}/skip")
    String skip(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            RedirectAttributes once) {
        Task task = access.changeable(id, viewer);
        return ended(task, once, () -> tasks.skip(task.id(), reason, viewer.actor()), "Skipped: %s.");
    }

    @PostMapping("/tasks/{id:\\d+}/reassign")
    String reassign(@PathVariable long id, @RequestParam long assignee, Viewer viewer, RedirectAttributes once) {
        Task task = access.changeable(id, viewer);
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

    private static String pageOf(Task task) {
        return "/tasks/" + task.id();
    }
}
