package ews.dashboard.setup.account;

import ews.dashboard.security.Viewer;
import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import ews.sensors.fact.Merges;
import ews.sensors.fact.Unmerging;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows which accounts were merged, and makes two of them again. */
@Controller
@RequestMapping("/setup/accounts")
class MergesController {

    private final Merges merges;
    private final Unmerging unmerging;
    private final OrganisationDays days;

    MergesController(Merges merges, Unmerging unmerging, OrganisationDays days) {
        this.merges = merges;
        this.unmerging = unmerging;
        this.days = days;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("merges", merges.all());
        model.addAttribute("now", days.now());
        return "setup/accounts";
    }

    @PostMapping("/merges/{id:\\d+}/undo")
    String undo(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        try {
            AccountId back = unmerging.undo(id, viewer.actor());
            once.addFlashAttribute("message", "It is an account of its own again. It is scored in a moment.");
            return "redirect:/accounts/" + back;
        } catch (TransitionRefused e) {
            once.addFlashAttribute("problem", e.getMessage());
            return "redirect:/setup/accounts";
        }
    }
}
