package ews.dashboard.setup.source;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.accounts.AccountNames;
import ews.dashboard.security.Viewer;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.sensors.fact.Assignments;
import ews.sensors.source.Source;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import ews.sensors.source.WaitingPerson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says to which account somebody belongs whose events wait for that. */
@Controller
class AssignmentController {

    private final Sources sources;
    private final AccountNames names;
    private final Accounts accounts;
    private final Assignments assignments;

    AssignmentController(Sources sources, AccountNames names, Accounts accounts, Assignments assignments) {
        this.sources = sources;
        this.names = names;
        this.accounts = accounts;
        this.assignments = assignments;
    }

    /**
     * @param account its name or key
     * @param create any value if it is the key of an account of which nothing is known yet
     * @param colleagues any value if everybody at the person's domain belongs there
     */
    @PostMapping("/setup/sources/{id}/people")
    String assign(
            @PathVariable int id,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String create,
            @RequestParam(required = false) @Nullable String colleagues,
            Viewer viewer,
            RedirectAttributes redirect) {
        Source source =
                sources.withId(new SourceId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String domain = new WaitingPerson(typed(person), 0, Instant.EPOCH, "").colleagues();
        String whom = colleagues != null && domain != null ? domain : typed(person);
        try {
            String key = create == null ? found(typed(account)).key() : newKey(typed(account));
            assignments.assign(source, whom, key, viewer.actor());
            redirect.addFlashAttribute("message", "What waited for %s counts for %s now.".formatted(whom, key));
        } catch (IllegalArgumentException e) {
            redirect.addFlashAttribute("problem", e.getMessage());
        }
        return "redirect:/setup/sources/" + id;
    }

    private Account found(String account) {
        return accounts.withId(names.find(account)).orElseThrow();
    }

    private static String newKey(String typed) {
        if (typed.isEmpty() || typed.length() > 200 || typed.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Which account? Please type its key, with at most 200 characters.");
        }
        return typed;
    }
}
