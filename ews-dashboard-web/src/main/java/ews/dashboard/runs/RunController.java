package ews.dashboard.runs;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.play.Outcome;
import ews.domain.play.RunId;
import ews.domain.time.OrganisationDays;
import ews.plays.meeting.MeetingLists;
import ews.plays.run.Run;
import ews.plays.run.RunEndings;
import ews.plays.run.RunLists;
import ews.plays.touchpoint.TouchpointKind;
import ews.plays.touchpoint.Touchpoints;
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

    private final RunPages pages;
    private final RunLists lists;
    private final RunEndings endings;
    private final Touchpoints touchpoints;
    private final MeetingLists meetings;
    private final Accounts accounts;
    private final OrganisationDays days;

    RunController(
            RunPages pages,
            RunLists lists,
            RunEndings endings,
            Touchpoints touchpoints,
            MeetingLists meetings,
            Accounts accounts,
            OrganisationDays days) {
        this.pages = pages;
        this.lists = lists;
        this.endings = endings;
        this.touchpoints = touchpoints;
        this.meetings = meetings;
        this.accounts = accounts;
        this.days = days;
    }

    @GetMapping("/runs/{id:\\d+}")
    String page(@PathVariable long id, Viewer viewer, Model model) {
        Run run = existing(id);
        model.addAttribute("page", pages.of(run, mayChange(run, viewer), viewer));
        model.addAttribute(
                "ofSample", accounts.withId(run.account()).map(Account::sample).orElse(false));
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("kinds", TouchpointKind.values());
        model.addAttribute(
                "meetings",
                meetings.plannedWith(run.account()).stream()
                        .filter(it -> run.id().equals(it.run()))
                        .toList());
        return "runs/run";
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
