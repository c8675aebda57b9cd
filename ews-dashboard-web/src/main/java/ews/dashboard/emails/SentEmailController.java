package ews.dashboard.emails;

import ews.dashboard.accounts.AccountAccess;
import ews.dashboard.security.Viewer;
import ews.dashboard.tasks.TaskAccess;
import ews.dashboard.view.Answer;
import ews.domain.account.Account;
import ews.plays.email.EmailId;
import ews.plays.email.Emails;
import ews.plays.email.SentEmail;
import ews.plays.outbox.Channel;
import ews.plays.outbox.Deliveries;
import ews.plays.outbox.Transports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows an email that was sent, with what became of it. */
@Controller
class SentEmailController {

    private final Emails emails;
    private final AccountAccess access;
    private final TaskAccess tasks;
    private final Transports transports;
    private final Deliveries deliveries;

    SentEmailController(
            Emails emails, AccountAccess access, TaskAccess tasks, Transports transports, Deliveries deliveries) {
        this.emails = emails;
        this.access = access;
        this.tasks = tasks;
        this.transports = transports;
        this.deliveries = deliveries;
    }

    /** @param task for which it was written; {@code null} if for none */
    @GetMapping("/emails/{id:\\d+}")
    String page(
            @PathVariable long id, @RequestParam(required = false) @Nullable Long task, Viewer viewer, Model model) {
        SentEmail email = existing(id);
        Account account = access.readable(email.account());
        model.addAttribute("email", email);
        model.addAttribute("account", account);
        model.addAttribute("fate", Fate.of(email, transports.obstacles().get(Channel.EMAIL)));
        model.addAttribute("again", Fate.isFailed(email) && viewer.mayChange(account));
        model.addAttribute("task", tasks.open(task, account.id()));
        model.addAttribute("ofSample", account.sample());
        return "emails/email";
    }

    /** Tries once more to send what failed. */
    @PostMapping("/emails/{id:\\d+}/again")
    String again(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        SentEmail email = existing(id);
        access.changeable(email.account(), viewer);
        return new Answer("/emails/" + id, once).after(() -> {
            if (email.message() == null) {
                throw new IllegalArgumentException("Nothing of this email is left to be sent again.");
            }
            deliveries.sendAgain(email.message(), viewer.actor());
            return "It is sent again.";
        });
    }

    private SentEmail existing(long id) {
        return emails.withId(new EmailId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
