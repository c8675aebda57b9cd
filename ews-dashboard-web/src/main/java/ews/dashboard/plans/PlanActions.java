package ews.dashboard.plans;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.domain.audit.Actor;
import ews.plays.getwell.GetWellPlans;
import ews.plays.getwell.Objectives;
import ews.plays.getwell.PlanId;
import ews.plays.getwell.PlanSteps;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
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
        return change(account, plan, viewer, once, plans::agree, "The plan is agreed. Its steps count from now on.");
    }

    @PostMapping("/achieve")
    String achieve(@PathVariable long account, @PathVariable long plan, Viewer viewer, RedirectAttributes once) {
        return change(account, plan, viewer, once, plans::achieve, "The plan is achieved.");
    }

    @PostMapping("/give-up")
    String giveUp(
            @PathVariable long account,
            @PathVariable long plan,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            RedirectAttributes once) {
        return change(
                account,
                plan,
                viewer,
                once,
                (id, actor) -> plans.giveUp(id, reason, actor),
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
                account,
                plan,
                viewer,
                once,
                (id, actor) -> objectives.remove(id, objective, actor),
                "The objective was removed.");
    }

    @PostMapping("/steps/{step:\\d+}/done")
    String done(
            @PathVariable long account,
            @PathVariable long plan,
            @PathVariable long step,
            Viewer viewer,
            RedirectAttributes once) {
        return change(account, plan, viewer, once, (id, actor) -> steps.done(id, step, actor), "The step is done.");
    }

    @PostMapping("/steps/{step:\\d+}/reopening")
    String reopen(
            @PathVariable long account,
            @PathVariable long plan,
            @PathVariable long step,
            Viewer viewer,
            RedirectAttributes once) {
        return change(
                account, plan, viewer, once, (id, actor) -> steps.reopen(id, step, actor), "The step is open again.");
    }

    @PostMapping("/steps/{step:\\d+}/removal")
    String removeStep(
            @PathVariable long account,
            @PathVariable long plan,
            @PathVariable long step,
            Viewer viewer,
            RedirectAttributes once) {
        return change(
                account, plan, viewer, once, (id, actor) -> steps.remove(id, step, actor), "The step was removed.");
    }

    private String change(
            long account,
            long plan,
            Viewer viewer,
            RedirectAttributes once,
            BiConsumer<PlanId, Actor> command,
            String done) {
        PlanAccess.Of of = access.changeable(account, plan, viewer);
        try {
            return new Answer(of.page(), once).after(() -> {
                command.accept(of.id(), viewer.actor());
                return done;
            });
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }
}
