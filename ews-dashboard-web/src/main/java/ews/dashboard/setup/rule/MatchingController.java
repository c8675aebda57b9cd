package ews.dashboard.setup.rule;

import ews.dashboard.setup.Fields;
import ews.dashboard.view.Figures;
import ews.detection.dryrun.Findings.Match;
import ews.detection.dryrun.Matched;
import ews.detection.dryrun.Matching;
import ews.detection.rule.RuleDefinition;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** For whom the rule holds today that is being typed, and how its alerts would read; saves nothing. */
@Controller
class MatchingController {

    private final RuleForms forms;
    private final Matching matching;
    private final Accounts accounts;
    private final JsonMapper json;

    MatchingController(RuleForms forms, Matching matching, Accounts accounts, JsonMapper json) {
        this.forms = forms;
        this.matching = matching;
        this.accounts = accounts;
        this.json = json;
    }

    /** An account that it holds for, and how its alert would read. */
    record Row(long account, String name, String title) {}

    /** @param sofar what an earlier answer has found, to go on with */
    @PostMapping("/setup/rules/matching")
    String matching(
            @ModelAttribute("form") RuleForm form,
            @RequestParam(required = false) @Nullable String sofar,
            Model model) {
        var fields = new Fields();
        Optional<RuleDefinition> definition = forms.read(named(form), fields);
        model.addAttribute("complete", definition.isPresent());
        model.addAttribute("wrong", fields.errors().get("look"));
        definition.ifPresent(it -> {
            Matched found = matching.look(it, read(sofar));
            model.addAttribute("sentence", forms.sentence(it));
            model.addAttribute("found", found);
            model.addAttribute("answer", answer(found));
            model.addAttribute("rows", rows(found.first()));
            model.addAttribute("sofar", found.isComplete() ? null : json.writeValueAsString(found));
        });
        return "setup/rule-matching :: matching";
    }

    /** Whom it finds does not depend on its name, which often comes last. */
    private static RuleForm named(RuleForm form) {
        return form.name() == null || form.name().isBlank() ? form.named("New rule") : form;
    }

    private List<Row> rows(List<Match> matches) {
        List<AccountId> ids = matches.stream().map(Match::account).toList();
        Map<AccountId, String> names = accounts.names(ids);
        return matches.stream()
                .map(it -> new Row(it.account().value(), names.getOrDefault(it.account(), "?"), it.title()))
                .toList();
    }

    private static String answer(Matched found) {
        String holds = Figures.count(found.matching(), "account", "accounts");
        String open = found.undecided() == 0
                ? ""
                : "; too little data to say for %s".formatted(Figures.whole(found.undecided()));
        return found.isComplete()
                ? "It holds for %s of %s today%s".formatted(holds, Figures.whole(found.accounts()), open)
                : "%s of the first %s looked at".formatted(holds, Figures.whole(found.looked()));
    }

    /** Whatever cannot be read is looked for again. */
    private @Nullable Matched read(@Nullable String sofar) {
        if (sofar == null) {
            return null;
        }
        try {
            return json.readValue(sofar, Matched.class);
        } catch (JacksonException _) {
            return null;
        }
    }
}
