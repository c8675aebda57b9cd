package ews.dashboard.setup.rule;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.dashboard.view.When;
import ews.detection.dryrun.DryRun;
import ews.detection.dryrun.DryRunId;
import ews.detection.dryrun.DryRunning;
import ews.detection.dryrun.Findings;
import ews.detection.dryrun.SwitchingOn;
import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a rule would find now and would have raised in the past, and making it so. */
@Controller
@RequestMapping("/setup/rules/dry-runs/{id:\\d+}")
class DryRunController {

    private static final int LONGEST_REASON = 300;

    private final DryRunning dryRunning;
    private final SwitchingOn switching;
    private final Rules rules;
    private final RuleForms forms;
    private final Accounts accounts;
    private final When when;

    DryRunController(
            DryRunning dryRunning, SwitchingOn switching, Rules rules, RuleForms forms, Accounts accounts, When when) {
        this.dryRunning = dryRunning;
        this.switching = switching;
        this.rules = rules;
        this.forms = forms;
        this.accounts = accounts;
        this.when = when;
    }

    @GetMapping
    String page(@PathVariable long id, Model model) {
        show(id, model);
        return "setup/dry-run";
    }

    /** The part that htmx asks for until everything is known. */
    @GetMapping("/findings")
    String findings(@PathVariable long id, Model model) {
        show(id, model);
        return "setup/dry-run-findings :: findings";
    }

    /**
     * Makes it the rule, or a version of it.
     *
     * @param on {@code all} to switch a rule on that is off, {@code new} to do so for new entrants only; empty to leave it
     */
    @PostMapping("/adoption")
    String adopt(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "0") int seen,
            Viewer viewer,
            RedirectAttributes once) {
        DryRun tried = existing(id);
        return new Answer("/setup/rules/dry-runs/" + id, once).opening(() -> {
            String why = typed(reason);
            if (why.isEmpty() || why.length() > LONGEST_REASON) {
                throw new IllegalArgumentException("Say in a few words why.");
            }
            Rule saved = tried.rule() == null
                    ? rules.create(tried.definition(), why, viewer.actor())
                    : rules.change(tried.rule(), seen, tried.definition(), why, viewer.actor());
            if (!on.isEmpty()) {
                switching.on(saved.key(), on.equals("new"), viewer.actor());
            }
            once.addFlashAttribute("message", saved.name() + " was saved" + (on.isEmpty() ? "." : " and is on."));
            return "/setup/rules/" + saved.key();
        });
    }

    private void show(long id, Model model) {
        DryRun run = existing(id);
        Findings found = run.findings();
        model.addAttribute("run", run);
        model.addAttribute(
                "rule", run.rule() == null ? null : rules.withKey(run.rule()).orElse(null));
        model.addAttribute("sentence", forms.sentence(run.definition()));
        model.addAttribute("started", when.moment(run.startedAt()));
        model.addAttribute("view", found == null ? null : DryRunView.of(found, names(found)));
    }

    private Map<AccountId, String> names(Findings found) {
        return accounts.names(Stream.concat(
                        found.matches().stream().map(Findings.Match::account),
                        found.raised().stream().map(Findings.Raised::account))
                .collect(Collectors.toSet()));
    }

    private DryRun existing(long id) {
        return dryRunning.withId(new DryRunId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
