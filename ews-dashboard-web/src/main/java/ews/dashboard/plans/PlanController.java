package ews.dashboard.plans;

import ews.dashboard.accounts.AccountAccess;
import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.setup.Vocabulary;
import ews.dashboard.view.Answer;
import ews.domain.TransitionRefused;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import ews.plays.getwell.GetWellPlans;
import ews.plays.getwell.Objectives;
import ews.plays.getwell.PlanId;
import ews.plays.getwell.PlanLinks;
import ews.plays.getwell.PlanSteps;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a get-well plan, how one is started, and what is written into it. */
@Controller
class PlanController {

    private final AccountAccess accounts;
    private final PlanAccess access;
    private final PlanPages pages;
    private final GetWellPlans plans;
    private final Objectives objectives;
    private final PlanSteps steps;
    private final Vocabulary vocabulary;
    private final OrganisationDays days;

    PlanController(
            AccountAccess accounts,
            PlanAccess access,
            PlanPages pages,
            GetWellPlans plans,
            Objectives objectives,
            PlanSteps steps,
            Vocabulary vocabulary,
            OrganisationDays days) {
        this.accounts = accounts;
        this.access = access;
        this.pages = pages;
        this.plans = plans;
        this.objectives = objectives;
        this.steps = steps;
        this.vocabulary = vocabulary;
        this.days = days;
    }

    @PostMapping("/accounts/{account:\\d+}/plans")
    String start(
            @PathVariable long account,
            @RequestParam(defaultValue = "") String rootCause,
            Viewer viewer,
            RedirectAttributes once) {
        Account about = accounts.changeable(new AccountId(account), viewer);
        // What was typed is in the form again if it was refused.
        once.addFlashAttribute("rootCause", rootCause);
        return new Answer("/accounts/%s/check-in#plan".formatted(about.id()), once).opening(() -> {
            PlanId id = plans.start(about.id(), rootCause, viewer.actor());
            once.addFlashAttribute("message", "A draft: now write what is to be better, and what is done for it.");
            return PlanAccess.page(about.id(), id);
        });
    }

    /** @param suggested which of the suggested objectives the form begins with, counted from 0 */
    @GetMapping("/accounts/{account:\\d+}/plans/{plan:\\d+}")
    String page(
            @PathVariable long account,
            @PathVariable long plan,
            @RequestParam(required = false) @Nullable Integer suggested,
            Viewer viewer,
            Model model) {
        PlanAccess.Of of = access.readable(account, plan);
        PlanPage page = pages.of(of.account(), of.plan(), viewer);
        List<Weakness> offered = page.weaknesses();
        ObjectiveForm objective = suggested != null && suggested >= 0 && suggested < offered.size()
                ? ObjectiveForm.of(offered.get(suggested), days.today())
                : ObjectiveForm.blank(days.today());
        model.addAttribute("opened", suggested == null ? "" : "objective");
        return show(page, objective, StepForm.blank(viewer.id(), days.today()), new Fields(), model);
    }

    @PostMapping("/accounts/{account:\\d+}/plans/{plan:\\d+}/root-cause")
    String changeRootCause(
            @PathVariable long account,
            @PathVariable long plan,
            @RequestParam(defaultValue = "") String rootCause,
            Viewer viewer,
            RedirectAttributes once) {
        PlanAccess.Of of = access.changeable(account, plan, viewer);
        return new Answer(of.page(), once).after(() -> {
            plans.changeRootCause(of.id(), rootCause, viewer.actor());
            return "The root cause was changed.";
        });
    }

    @PostMapping("/accounts/{account:\\d+}/plans/{plan:\\d+}/objectives")
    String addObjective(
            @PathVariable long account,
            @PathVariable long plan,
            @ModelAttribute("objective") ObjectiveForm form,
            Viewer viewer,
            Model model,
            RedirectAttributes once) {
        PlanAccess.Of of = access.changeable(account, plan, viewer);
        var fields = new Fields();
        Optional<ObjectiveForm.Said> said = form.read(fields);
        if (said.isPresent()) {
            ObjectiveForm.Said it = said.get();
            attempt(
                    () -> objectives.add(
                            of.id(), it.title(), it.measurement(), it.atLeast(), it.target(), it.by(), viewer.actor()),
                    "objective",
                    fields);
        }
        if (fields.areRight()) {
            once.addFlashAttribute("message", "The objective was added.");
            return "redirect:" + of.page() + "#objectives";
        }
        model.addAttribute("opened", "objective");
        return show(
                pages.of(of.account(), of.plan(), viewer),
                form,
                StepForm.blank(viewer.id(), days.today()),
                fields,
                model);
    }

    @PostMapping("/accounts/{account:\\d+}/plans/{plan:\\d+}/steps")
    String addStep(
            @PathVariable long account,
            @PathVariable long plan,
            @ModelAttribute("step") StepForm form,
            Viewer viewer,
            Model model,
            RedirectAttributes once) {
        PlanAccess.Of of = access.changeable(account, plan, viewer);
        var fields = new Fields();
        form.read(fields).ifPresent(said -> attempt(() -> add(of.id(), said, viewer), "step", fields));
        if (fields.areRight()) {
            once.addFlashAttribute("message", "The step was added.");
            return "redirect:" + of.page() + "#steps";
        }
        model.addAttribute("opened", "step");
        return show(pages.of(of.account(), of.plan(), viewer), ObjectiveForm.blank(days.today()), form, fields, model);
    }

    private void add(PlanId plan, StepForm.Said said, Viewer viewer) {
        if (said.member() != null) {
            steps.addOurs(plan, said.what(), said.member(), said.due(), viewer.actor());
        } else if (said.contact() != null) {
            steps.addTheirs(plan, said.what(), said.contact(), said.due(), viewer.actor());
        }
    }

    private static void attempt(Runnable command, String form, Fields fields) {
        try {
            command.run();
        } catch (IllegalArgumentException | TransitionRefused e) {
            fields.wrong(form, String.valueOf(e.getMessage()));
        }
    }

    private String show(PlanPage page, ObjectiveForm objective, StepForm step, Fields fields, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("ofSample", page.account().sample());
        model.addAttribute("objective", objective);
        model.addAttribute("step", step);
        model.addAttribute("errors", fields.errors());
        model.addAttribute("linkDays", PlanLinks.DAYS);
        vocabulary.addTo(model);
        return "plans/plan";
    }
}
