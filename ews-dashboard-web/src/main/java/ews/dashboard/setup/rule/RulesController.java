package ews.dashboard.setup.rule;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.detection.dryrun.SwitchingOn;
import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import java.util.List;
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

/** All rules, and switching them on and off. */
@Controller
@RequestMapping("/setup/rules")
class RulesController {

    private final Rules rules;
    private final Plays plays;
    private final RuleForms forms;
    private final SwitchingOn switching;

    RulesController(Rules rules, Plays plays, RuleForms forms, SwitchingOn switching) {
        this.rules = rules;
        this.plays = plays;
        this.forms = forms;
        this.switching = switching;
    }

    @GetMapping
    String all(Model model) {
        List<Play> library = plays.all();
        model.addAttribute(
                "rules",
                rules.all().stream()
                        .map(rule -> RuleRow.of(rule, forms.sentence(rule.definition()), library))
                        .toList());
        return "setup/rules";
    }

    /** @param accounts {@code new} if accounts that the condition holds for already are to raise nothing */
    @PostMapping("/{key}/on")
    String on(
            @PathVariable String key,
            @RequestParam(defaultValue = "all") String accounts,
            Viewer viewer,
            RedirectAttributes once) {
        Rule rule = existing(key);
        return new Answer("/setup/rules/" + key, once).after(() -> {
            switching.on(key, accounts.equals("new"), viewer.actor());
            return rule.name() + " is on: accounts are judged within seconds.";
        });
    }

    @PostMapping("/{key}/off")
    String off(@PathVariable String key, Viewer viewer, RedirectAttributes once) {
        Rule rule = existing(key);
        return new Answer("/setup/rules/" + key, once).after(() -> {
            switching.off(key, viewer.actor());
            return rule.name() + " is off. Alerts that it has raised are still resolved when their condition is gone.";
        });
    }

    private Rule existing(String key) {
        return rules.withKey(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
