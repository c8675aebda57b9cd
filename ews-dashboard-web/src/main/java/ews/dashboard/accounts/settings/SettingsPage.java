package ews.dashboard.accounts.settings;

import ews.domain.account.Account;
import ews.domain.account.Accounts;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page on which one account is set up. */
@Component
class SettingsPage {

    private final Accounts accounts;

    SettingsPage(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * @param typed what somebody typed into the form that could not be saved, by field
     * @param errors what is wrong with it, by field
     */
    String of(Account account, Map<String, String> typed, Map<String, String> errors, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("ofSample", account.sample());
        model.addAttribute("otherKeys", accounts.otherKeys(account.id()));
        model.addAttribute(
                "parentKey",
                account.parent() == null
                        ? ""
                        : accounts.withId(account.parent()).map(Account::key).orElse(""));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "accounts/settings";
    }
}
