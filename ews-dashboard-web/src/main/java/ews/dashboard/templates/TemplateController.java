package ews.dashboard.templates;

import ews.dashboard.view.When;
import ews.plays.email.Template;
import ews.plays.email.Templates;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.play.Step.EmailStep;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Shows the templates, and each with what it has said so far. */
@Controller
class TemplateController {

    private final Templates templates;
    private final Plays plays;
    private final When when;

    TemplateController(Templates templates, Plays plays, When when) {
        this.templates = templates;
        this.plays = plays;
        this.when = when;
    }

    @GetMapping("/templates")
    String all(Model model) {
        model.addAttribute("templates", templates.all());
        return "templates/list";
    }

    @GetMapping("/templates/{key}")
    String one(@PathVariable String key, Model model) {
        Template template = templates.withKey(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("template", template);
        model.addAttribute("plays", sending(key));
        model.addAttribute("versions", TemplateLine.of(templates.versions(key), when));
        return "templates/template";
    }

    /** The plays that have a step which sends it. */
    private List<Play> sending(String key) {
        return plays.all().stream()
                .filter(play -> play.definition().numbered().stream()
                        .anyMatch(it -> it.step() instanceof EmailStep email
                                && email.template().equals(key)))
                .toList();
    }
}
