package ews.dashboard.setup.rule;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/setup/rules")
class RulesController {

    /** What can be changed about a rule, as typed; {@code enabled} is any value if it is on. */
    record RuleForm(
            @Nullable String holdDays,
            @Nullable String play,
            @Nullable String enabled) {

        static RuleForm of(Rule rule) {
            return new RuleForm(Integer.toString(rule.holdDays()), typed(rule.play()), rule.enabled() ? "on" : null);
        }
    }

    private final Rules rules;
    private final Plays plays;

    RulesController(Rules rules, Plays plays) {
        this.rules = rules;
        this.plays = plays;
    }

    @GetMapping
    String all(Model model) {
        List<Play> library = plays.all();
        model.addAttribute(
                "rules",
                rules.all().stream().map(rule -> RuleRow.of(rule, library)).toList());
        return "setup/rules";
    }

    @GetMapping("/{key}")
    String rule(@PathVariable String key, Model model) {
        Rule rule = existing(key);
        return page(rule, RuleForm.of(rule), new Fields(), model);
    }

    @PostMapping("/{key}")
    String change(
            @PathVariable String key,
            @ModelAttribute("form") RuleForm form,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        Rule rule = existing(key);
        var fields = new Fields();
        OptionalInt hold = fields.whole("holdDays", typed(form.holdDays()), 0, Rule.LONGEST_HOLD);
        String play = typed(form.play());
        if (!play.isEmpty() && plays.withKey(play).isEmpty()) {
            fields.wrong("play", "Please choose one of the plays.");
        }
        if (!fields.areRight()) {
            return page(rule, form, fields, model);
        }
        rules.change(
                key,
                rule.kind(),
                hold.orElseThrow(),
                play.isEmpty() ? null : play,
                form.enabled() != null,
                viewer.actor());
        redirect.addFlashAttribute("message", rule.name() + " was saved.");
        return "redirect:/setup/rules";
    }

    private String page(Rule rule, RuleForm form, Fields fields, Model model) {
        model.addAttribute("rule", rule);
        model.addAttribute("form", form);
        model.addAttribute("errors", fields.errors());
        model.addAttribute("plays", plays.all());
        return "setup/rule";
    }

    private Rule existing(String key) {
        return rules.withKey(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
