package ews.dashboard.checkins;

import ews.dashboard.accounts.AccountAccess;
import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.plays.checkin.Cadences;
import ews.plays.checkin.NextCheckIn;
import ews.plays.checkin.NextCheckIns;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How often one account is checked in with, where that is another cadence than its segment's. */
@Controller
class CadenceController {

    private final AccountAccess access;
    private final Cadences cadences;
    private final NextCheckIns next;

    CadenceController(AccountAccess access, Cadences cadences, NextCheckIns next) {
        this.access = access;
        this.cadences = cadences;
        this.next = next;
    }

    @GetMapping("/accounts/{id:\\d+}/cadence")
    String page(@PathVariable long id, Viewer viewer, Model model) {
        Account account = access.readable(new AccountId(id));
        return show(account, CadenceForm.of(next(account)), new Fields(), viewer, model);
    }

    @PostMapping("/accounts/{id:\\d+}/cadence")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") CadenceForm form,
            Viewer viewer,
            Model model,
            RedirectAttributes once) {
        Account account = access.changeable(new AccountId(id), viewer);
        var fields = new Fields();
        Optional<CadenceForm.Said> said = form.read(fields);
        if (said.isEmpty()) {
            return show(account, form, fields, viewer, model);
        }
        cadences.override(account.id(), said.get().every(), said.get().reason(), viewer.actor());
        once.addFlashAttribute(
                "message",
                said.get().every() == null
                        ? "The account has no check-ins from now on."
                        : "The account is checked in with every %d days."
                                .formatted(said.get().every()));
        return "redirect:/accounts/" + account.id();
    }

    @PostMapping("/accounts/{id:\\d+}/cadence/end")
    String end(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        Account account = access.changeable(new AccountId(id), viewer);
        cadences.followSegment(account.id(), viewer.actor());
        once.addFlashAttribute("message", "The cadence of its segment counts again.");
        return "redirect:/accounts/" + account.id();
    }

    private NextCheckIn next(Account account) {
        return next.of(account.id()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(Account account, CadenceForm form, Fields fields, Viewer viewer, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("ofSample", account.sample());
        model.addAttribute("next", next(account));
        model.addAttribute("changes", viewer.mayChange(account));
        model.addAttribute("form", form);
        model.addAttribute("errors", fields.errors());
        model.addAttribute("shortest", Cadences.SHORTEST);
        model.addAttribute("longest", Cadences.LONGEST);
        return "checkins/cadence";
    }
}
