package ews.dashboard.setup.inbox;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.detection.alert.AlertCounts;
import ews.detection.alert.AlertSelection;
import ews.detection.inbox.InboxPolicies;
import ews.detection.inbox.InboxPolicy;
import ews.domain.time.OrganisationDays;
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
@RequestMapping("/setup/inbox")
class InboxPolicyController {

    private final InboxPolicies policies;
    private final AlertCounts alerts;
    private final OrganisationDays days;

    InboxPolicyController(InboxPolicies policies, AlertCounts alerts, OrganisationDays days) {
        this.policies = policies;
        this.alerts = alerts;
        this.days = days;
    }

    @GetMapping
    String policy(Model model) {
        return show(InboxForm.of(policies.current()), new Fields(), model);
    }

    @PostMapping
    String change(@ModelAttribute("form") InboxForm form, Viewer viewer, Model model, RedirectAttributes redirect) {
        var fields = new Fields();
        Optional<InboxPolicy> policy = form.read(fields);
        if (policy.isEmpty()) {
            return show(form, fields, model);
        }
        policies.change(policy.get(), viewer.actor());
        redirect.addFlashAttribute("message", "Saved. It counts from now on.");
        return "redirect:/setup/inbox";
    }

    private String show(InboxForm form, Fields fields, Model model) {
        model.addAllAttributes(Map.of(
                "form",
                form,
                "errors",
                fields.errors(),
                "digest",
                alerts.ofOpen(null).getOrDefault(AlertSelection.DIGEST, 0),
                "zone",
                days.zone().getId()));
        return "setup/inbox";
    }
}
