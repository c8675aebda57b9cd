package ews.dashboard.accounts.settings;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.accounts.AccountAccess;
import ews.dashboard.accounts.AccountNames;
import ews.dashboard.security.Viewer;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Parents;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says which account another one is a part of. */
@Controller
class ParentController {

    private final AccountAccess access;
    private final AccountNames names;
    private final Parents parents;
    private final SettingsPage page;

    ParentController(AccountAccess access, AccountNames names, Parents parents, SettingsPage page) {
        this.access = access;
        this.names = names;
        this.parents = parents;
        this.page = page;
    }

    /** @param parent its name or key; empty if it is a part of none */
    @PostMapping("/accounts/{id:\\d+}/parent")
    String set(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String parent,
            Viewer viewer,
            Model model,
            RedirectAttributes once) {
        Account account = access.changeable(new AccountId(id), viewer);
        String sought = typed(parent);
        try {
            parents.set(account.id(), sought.isEmpty() ? null : names.find(sought), viewer.actor());
        } catch (IllegalArgumentException e) {
            return page.of(account, Map.of("parent", sought), Map.of("parent", String.valueOf(e.getMessage())), model);
        }
        once.addFlashAttribute("message", sought.isEmpty() ? "It is a part of no other account." : "Saved.");
        return "redirect:/accounts/" + id + "/settings";
    }
}
