package ews.dashboard.templates;

import ews.dashboard.view.When;
import ews.plays.email.Template;
import ews.plays.email.Templates;
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
    private final When when;

    TemplateController(Templates templates, When when) {
        this.templates = templates;
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
        model.addAttribute("versions", TemplateLine.of(templates.versions(key), when));
        return "templates/template";
    }
}
