package ews.dashboard.setup.followup;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.plays.followup.EscalationPolicies;
import ews.plays.run.FollowUpPolicies;
import ews.plays.run.OwnerChange;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/setup/follow-up")
class FollowUpPolicyController {

    private final EscalationPolicies escalation;
    private final FollowUpPolicies ownerChanges;

    FollowUpPolicyController(EscalationPolicies escalation, FollowUpPolicies ownerChanges) {
        this.escalation = escalation;
        this.ownerChanges = ownerChanges;
    }

    @GetMapping
    String policy(Model model) {
        return show(FollowUpForm.of(escalation.current(), ownerChanges.ownerChange()), new Fields(), model);
    }

    @PostMapping
    String change(@ModelAttribute("form") FollowUpForm form, Viewer viewer, Model model, RedirectAttributes redirect) {
        var fields = new Fields();
        Optional<FollowUpForm.Details> details = form.read(fields);
        if (details.isEmpty()) {
            return show(form, fields, model);
        }
        escalation.change(details.get().policy(), viewer.actor());
        ownerChanges.change(details.get().ownerChange(), viewer.actor());
        redirect.addFlashAttribute("message", "Saved. It counts from now on.");
        return "redirect:/setup/follow-up";
    }

    private static String show(FollowUpForm form, Fields fields, Model model) {
        model.addAllAttributes(Map.of("form", form, "errors", fields.errors(), "ownerChanges", OwnerChange.values()));
        return "setup/follow-up";
    }
}
