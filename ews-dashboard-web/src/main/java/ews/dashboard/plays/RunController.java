package ews.dashboard.plays;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.dashboard.view.When;
import ews.detection.alert.AlertDetail;
import ews.detection.alert.AlertLists;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.play.Outcome;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.run.Run;
import ews.plays.run.RunEndings;
import ews.plays.run.RunLists;
import ews.plays.run.RunState;
import ews.plays.task.TaskLists;
import ews.plays.touchpoint.TouchpointKind;
import ews.plays.touchpoint.Touchpoints;
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

/** The page of a run: why it runs, what is done in it, and how it ends. */
@Controller
class RunController {

    private final RunLists lists;
    private final RunEndings endings;
    private final TaskLists tasks;
    private final Touchpoints touchpoints;
    private final AlertLists alerts;
    private final Accounts accounts;
    private final When when;
    private final OrganisationDays days;

    RunController(
            RunLists lists,
            RunEndings endings,
            TaskLists tasks,
            Touchpoints touchpoints,
            AlertLists alerts,
            Accounts accounts,
            When when,
            OrganisationDays days) {
        this.lists = lists;
        this.endings = endings;
        this.tasks = tasks;
        this.touchpoints = touchpoints;
        this.alerts = alerts;
        this.accounts = accounts;
        this.when = when;
        this.days = days;
    }

    @GetMapping("/runs/{id:\\d+}")
    String page(@PathVariable long id, Viewer viewer, Model model) {
        Run run = existing(id);
        AlertDetail alert =
                run.alert() == null ? null : alerts.detail(run.alert()).orElse(null);
        model.addAttribute("run", run);
        model.addAttribute(
                "ofSample", accounts.withId(run.account()).map(Account::sample).orElse(false));
        model.addAttribute("line", RunLine.of(run, when));
        model.addAttribute("ending", ending(run));
        model.addAttribute("alert", alert);
        model.addAttribute("tasks", tasks.ofRun(run.id()));
        model.addAttribute("touchpoints", touchpoints.ofRun(run.account(), run.id()));
        model.addAttribute("changes", run.isRunning() && mayChange(run, viewer));
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("kinds", TouchpointKind.values());
        return "plays/run";
    }

    @PostMapping("/runs/{id:\\d+}/finish")
    String finish(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            RedirectAttributes once) {
        Run run = changeable(id, viewer);
        return new Answer("/runs/" + id, once).after(() -> {
            endings.finish(run.id(), Outcome.of(outcome), note, viewer.actor());
            return "The run has ended: %s.".formatted(Outcome.of(outcome).label());
        });
    }

    @PostMapping("/runs/{id:\\d+}/cancel")
    String cancel(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            RedirectAttributes once) {
        Run run = changeable(id, viewer);
        return new Answer("/runs/" + id, once).after(() -> {
            endings.cancel(run.id(), reason, viewer.actor());
            return "The run was given up.";
        });
    }

    @PostMapping("/runs/{id:\\d+}/touchpoints")
    String log(
            @PathVariable long id,
            @RequestParam String kind,
            @RequestParam String note,
            Viewer viewer,
            RedirectAttributes once) {
        Run run = changeable(id, viewer);
        return new Answer("/runs/" + id, once).after(() -> {
            touchpoints.log(run.account(), TouchpointKind.of(kind), days.now(), note, run.id(), viewer.actor());
            return "Logged.";
        });
    }

    /** How it ended, in one sentence; {@code null} while it runs. */
    private @Nullable String ending(Run run) {
        return switch (run.state()) {
            case RunState.Running _ -> null;
            case RunState.Finished it -> "%s, %s. %s".formatted(it.outcome().label(), when.within(it.at()), it.note());
            case RunState.Cancelled it -> "Given up, %s. %s".formatted(when.within(it.at()), it.reason());
        };
    }

    private Run existing(long id) {
        return lists.withId(new RunId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Run changeable(long id, Viewer viewer) {
        Run run = existing(id);
        if (!mayChange(run, viewer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return run;
    }

    private boolean mayChange(Run run, Viewer viewer) {
        Account account = accounts.withId(run.account()).orElseThrow();
        return viewer.mayChange(account) || (viewer.mayWork() && viewer.id().equals(run.owner()));
    }
}
