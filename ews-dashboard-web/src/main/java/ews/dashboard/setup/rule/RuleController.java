package ews.dashboard.setup.rule;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.view.When;
import ews.detection.dryrun.DryRun;
import ews.detection.dryrun.DryRunId;
import ews.detection.dryrun.DryRunning;
import ews.detection.rule.Rule;
import ews.detection.rule.RuleDefinition;
import ews.detection.rule.RuleVersion;
import ews.detection.rule.Rules;
import ews.domain.TransitionRefused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One rule, there already or new: its form, which is tried on the past or saved. */
@Controller
@RequestMapping("/setup/rules")
class RuleController {

    private final Rules rules;
    private final RuleForms forms;
    private final DryRunning dryRunning;
    private final When when;

    RuleController(Rules rules, RuleForms forms, DryRunning dryRunning, When when) {
        this.rules = rules;
        this.forms = forms;
        this.dryRunning = dryRunning;
        this.when = when;
    }

    /**
     * @param kind what it is to look for; without one, that is asked first
     * @param dryrun whose definition to go on with
     */
    @GetMapping("/new")
    String blank(
            @RequestParam(required = false) @Nullable KindChoice kind,
            @RequestParam(required = false) @Nullable Long dryrun,
            Model model) {
        if (dryrun != null) {
            return page(null, RuleForm.of(tried(dryrun)), new Fields(), model);
        }
        if (kind != null) {
            return page(null, RuleForm.of(kind), new Fields(), model);
        }
        model.addAttribute("kinds", KindChoice.values());
        return "setup/rule-kinds";
    }

    /**
     * @param version an older one to begin with
     * @param dryrun whose definition to go on with
     */
    @GetMapping("/{key}")
    String rule(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable Long dryrun,
            Model model) {
        Rule rule = existing(key);
        RuleDefinition shown = dryrun != null
                ? tried(dryrun)
                : version != null ? version(key, version).definition() : rule.definition();
        return page(rule, RuleForm.of(shown), new Fields(), model);
    }

    /**
     * @param add the kind of condition to add a row for; nothing is saved then
     * @param remove the row to leave out; nothing is saved then
     * @param dryrun given if nothing is to be saved before it is tried on the past
     * @param seen the version that the form began with
     */
    @PostMapping({"/new", "/{key}"})
    String save(
            @PathVariable(required = false) @Nullable String key,
            @ModelAttribute("form") RuleForm form,
            @RequestParam(required = false) @Nullable String add,
            @RequestParam(required = false) @Nullable Integer remove,
            @RequestParam(required = false) @Nullable String dryrun,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "0") int seen,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        Rule rule = key == null ? null : existing(key);
        if (add != null) {
            return page(rule, form.withAnother(add), new Fields(), model);
        }
        if (remove != null) {
            return page(rule, form.without(remove), new Fields(), model);
        }
        var fields = new Fields();
        Optional<RuleDefinition> definition = forms.read(form, fields);
        if (definition.isPresent() && dryrun != null) {
            return "redirect:/setup/rules/dry-runs/" + dryRunning.start(key, definition.get(), viewer.actor());
        }
        Optional<String> why = dryrun != null ? Optional.empty() : fields.text("reason", typed(reason), 300);
        if (definition.isPresent() && why.isPresent()) {
            try {
                Rule saved = rule == null
                        ? rules.create(definition.get(), why.get(), viewer.actor())
                        : rules.change(rule.key(), seen, definition.get(), why.get(), viewer.actor());
                redirect.addFlashAttribute(
                        "message",
                        rule == null
                                ? saved.name() + " was saved. It is off until you switch it on."
                                : saved.name() + " was saved.");
                return "redirect:/setup/rules/" + saved.key();
            } catch (IllegalArgumentException | TransitionRefused e) {
                fields.wrong("look", String.valueOf(e.getMessage()));
            }
        }
        model.addAttribute("reason", reason);
        return page(rule, form, fields, model);
    }

    private String page(@Nullable Rule rule, RuleForm form, Fields fields, Model model) {
        model.addAttribute("rule", rule);
        model.addAttribute("sentence", rule == null ? null : forms.sentence(rule.definition()));
        model.addAttribute(
                "versions",
                rule == null
                        ? null
                        : rules.versions(rule.key()).stream()
                                .map(it -> VersionRow.of(it, rule.version(), forms.sentence(it.definition()), when))
                                .toList());
        forms.addTo(model, form, fields);
        return "setup/rule";
    }

    private RuleDefinition tried(long dryRun) {
        return dryRunning.withId(new DryRunId(dryRun)).map(DryRun::definition).orElseThrow(RuleController::notFound);
    }

    private RuleVersion version(String key, int version) {
        return rules.versions(key).stream()
                .filter(it -> it.version() == version)
                .findFirst()
                .orElseThrow(RuleController::notFound);
    }

    private Rule existing(String key) {
        return rules.withKey(key).orElseThrow(RuleController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
