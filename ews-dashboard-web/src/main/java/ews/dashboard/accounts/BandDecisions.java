package ews.dashboard.accounts;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.detection.override.Overrides;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.score.Band;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody knows better than the score, for some time and with a reason. */
@Controller
class BandDecisions {

    private final AccountAccess access;
    private final Overrides overrides;

    BandDecisions(AccountAccess access, Overrides overrides) {
        this.access = access;
        this.overrides = overrides;
    }

    @PostMapping("/accounts/{id:\\d+}/band")
    String decide(
            @PathVariable long id,
            @RequestParam String band,
            @RequestParam String reason,
            @RequestParam LocalDate until,
            Viewer viewer,
            RedirectAttributes once) {
        Account account = access.changeable(new AccountId(id), viewer);
        return answer(account, once).after(() -> {
            overrides.set(account.id(), Band.of(band), reason, until, viewer.actor());
            return "Your judgment counts from now on.";
        });
    }

    @PostMapping("/accounts/{id:\\d+}/band/end")
    String end(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        Account account = access.changeable(new AccountId(id), viewer);
        return answer(account, once).after(() -> {
            overrides.end(account.id(), viewer.actor());
            return "The computed health counts again.";
        });
    }

    private static Answer answer(Account account, RedirectAttributes once) {
        return new Answer("/accounts/" + account.id(), once);
    }
}
