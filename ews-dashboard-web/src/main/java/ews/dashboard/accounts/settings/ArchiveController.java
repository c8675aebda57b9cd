package ews.dashboard.accounts.settings;

import ews.dashboard.accounts.AccountAccess;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.domain.account.AccountId;
import ews.domain.account.Archive;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts an account aside, and brings it back. */
@Controller
class ArchiveController {

    private final AccountAccess access;
    private final Archive archive;

    ArchiveController(AccountAccess access, Archive archive) {
        this.access = access;
        this.archive = archive;
    }

    @PostMapping("/accounts/{id:\\d+}/archive")
    String archive(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        AccountId account = access.changeable(new AccountId(id), viewer).id();
        return new Answer("/accounts/" + id, once).after(() -> {
            archive.archive(account, viewer.actor());
            return "The account is archived. What sources send of it is still kept.";
        });
    }

    @PostMapping("/accounts/{id:\\d+}/archive/end")
    String bringBack(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        AccountId account = access.changeable(new AccountId(id), viewer).id();
        return new Answer("/accounts/" + id, once).after(() -> {
            archive.bringBack(account, viewer.actor());
            return "The account is back. It is scored in a moment.";
        });
    }
}
