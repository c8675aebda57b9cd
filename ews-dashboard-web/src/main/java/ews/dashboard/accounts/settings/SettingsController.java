package ews.dashboard.accounts.settings;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.accounts.AccountAccess;
import ews.dashboard.security.Viewer;
import ews.domain.TransitionRefused;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.sensors.fact.Renaming;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what is set for one account, and gives it another key. */
@Controller
class SettingsController {

    private final AccountAccess access;
    private final SettingsPage page;
    private final Renaming renaming;

    SettingsController(AccountAccess access, SettingsPage page, Renaming renaming) {
        this.access = access;
        this.page = page;
        this.renaming = renaming;
    }

    @GetMapping("/accounts/{id:\\d+}/settings")
    String settings(@PathVariable long id, Viewer viewer, Model model) {
        return page.of(access.changeable(new AccountId(id), viewer), Map.of(), Map.of(), model);
    }

    @PostMapping("/accounts/{id:\\d+}/key")
    String rename(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String key,
            Viewer viewer,
            Model model,
            RedirectAttributes once) {
        Account account = access.changeable(new AccountId(id), viewer);
        String wanted = typed(key);
        try {
            renaming.rename(account.id(), wanted, viewer.actor());
        } catch (IllegalArgumentException | TransitionRefused e) {
            return page.of(account, Map.of("key", wanted), Map.of("key", String.valueOf(e.getMessage())), model);
        }
        once.addFlashAttribute(
                "message", "The key is “%s” now; “%s” still leads here.".formatted(wanted, account.key()));
        return "redirect:/accounts/" + id + "/settings";
    }
}
