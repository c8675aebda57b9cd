package ews.dashboard.accounts.settings;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.accounts.AccountAccess;
import ews.dashboard.accounts.AccountNames;
import ews.dashboard.security.Viewer;
import ews.domain.TransitionRefused;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.sensors.fact.AccountMerging;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what would move if another account were merged into this one, and does it. */
@Controller
class MergeController {

    private static final String CONFIRMATION = "merge";

    private final AccountAccess access;
    private final AccountNames names;
    private final AccountMerging merging;
    private final SettingsPage page;

    MergeController(AccountAccess access, AccountNames names, AccountMerging merging, SettingsPage page) {
        this.access = access;
        this.names = names;
        this.merging = merging;
        this.page = page;
    }

    /** @param other the name or key of the account that would go */
    @GetMapping("/accounts/{id:\\d+}/merge")
    String preview(
            @PathVariable long id, @RequestParam(required = false) @Nullable String other, Viewer viewer, Model model) {
        Account account = access.changeable(new AccountId(id), viewer);
        String sought = typed(other);
        try {
            Account goes = access.readable(names.find(sought));
            AccountMerging.check(account, goes);
            return preview(account, goes, null, model);
        } catch (IllegalArgumentException e) {
            return page.of(account, Map.of("other", sought), Map.of("other", String.valueOf(e.getMessage())), model);
        }
    }

    /**
     * @param other the id of the account that goes
     * @param confirm the word {@code merge}, so that nobody does it by mistake
     */
    @PostMapping("/accounts/{id:\\d+}/merge")
    String merge(
            @PathVariable long id,
            @RequestParam long other,
            @RequestParam(required = false) @Nullable String confirm,
            Viewer viewer,
            Model model,
            RedirectAttributes once) {
        Account account = access.changeable(new AccountId(id), viewer);
        Account goes = access.readable(new AccountId(other));
        if (!typed(confirm).equalsIgnoreCase(CONFIRMATION)) {
            return preview(account, goes, "Type “merge” to say that you mean it.", model);
        }
        try {
            merging.merge(account.id(), goes.id(), viewer.actor());
        } catch (IllegalArgumentException | TransitionRefused e) {
            return preview(account, goes, String.valueOf(e.getMessage()), model);
        }
        once.addFlashAttribute(
                "message",
                "%s was merged into this account. For 30 days, that can be undone under Setup, Accounts."
                        .formatted(goes.name()));
        return "redirect:/accounts/" + id;
    }

    private String preview(Account account, Account goes, @Nullable String wrong, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("ofSample", account.sample());
        model.addAttribute("goes", goes);
        model.addAttribute("moving", merging.preview(goes.id()));
        model.addAttribute("wrong", wrong);
        return "accounts/merge";
    }
}
