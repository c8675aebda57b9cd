package ews.dashboard.plans;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.plays.getwell.GetWellPlans;
import ews.plays.getwell.Objectives;
import ews.plays.getwell.PlanSteps;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a get-well plan goes on: agreed, achieved or given up; its steps done; what is in it taken out. */
@Controller
@RequestMapping("/accounts/{account:\\d+}/plans/{plan:\\d+}")
class PlanActions {

    private final PlanAccess access;
    private final GetWellPlans plans;
    private final Objectives objectives;
    private final PlanSteps steps;

    PlanActions(PlanAccess access, GetWellPlans plans, Objectives objectives, PlanSteps steps) {
        this.access = access;
        this.plans = plans;
        this.objectives = objectives;
        this.steps = steps;
    }

    @PostMapping("/agree")
    String agree(@PathVariable long account, @PathVariable long plan, Viewer viewer, RedirectAttributes once) {
        return change(
                access.changeable(account, plan, viewer),
                once,
                it -> plans.agree(it.id(), viewer.actor()),
                "The plan is agreed. Its steps count from now on.");
    }

    @PostMapping("/achieve")
    String achieve(@PathVariable long account, @PathVariable long plan, Viewer viewer, RedirectAttributes once) {
        return change(
                access.changeable(account, plan, viewer),
                once,
                it -> plans.achieve(it.id(), viewer.actor()),
                "The plan is achieved.");
    }

    @PostMapping("/give-up")
    String giveUp(
            @PathVariable long account,
            @PathVariable long plan,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            RedirectAttributes once) {
        return change(
                access.changeable(account, plan, viewer),
                once,
                it -> plans.giveUp(it.id(), reason, viewer.actor()),
                "The plan was given up, and its links do not work any more.");
    }

    @PostMapping("/objectives/{objective:\\d+}/removal")
    String removeObjective(
            @PathVariable long account,
            @PathVariable long plan,
            @PathVariable long objective,
            Viewer viewer,
            RedirectAttributes once) {
        return change(
                access.changeable(account, plan, viewer),
                once,
                it -> objectives.remove(it.id(), objective, viewer.actor()),
                "The objective was removed.");
    }

    @PostMapping("/steps/{step:\\d+}/done")
    String done(
            @PathVariable long account,
            @PathVariable long plan,
            @PathVariable long step,
            Viewer viewer,
            RedirectAttributes once) {
        return change(
                access.changeable(account, plan, viewer),
                once,
                it -> steps.done(it.id(), step, viewer.actor()),
                "The step is done.");
    }

    @PostMapping("/steps/{step:\\d+}/reopening")
    String reopen(
            @PathVariable long account,
            @PathVariable long plan,
            @PathVariable long step,
            Viewer viewer,
            RedirectAttributes once) {
        return change(
                access.changeable(account, plan, viewer),
                once,
                it -> steps.reopen(it.id(), step, viewer.actor()),
                "The step is open again.");
    }

    @PostMapping("/steps/{step:\\d+}/removal")
    String removeStep(
            @PathVariable long account,
            @PathVariable long plan,
            @PathVariable long step,
            Viewer viewer,
            RedirectAttributes once) {
        return change(
                access.changeable(account, plan, viewer),
                once,
                it -> steps.remove(it.id(), step, viewer.actor()),
                "The step was removed.");
    }

    private static String change(
            PlanAccess.Of of, RedirectAttributes once, Consumer<PlanAccess.Of> command, String done) {
        try {
            return new Answer(of.page(), once).after(() -> {
                command.accept(of);
                return done;
            });
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }
}
