package ews.dashboard.templates;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.domain.TransitionRefused;
import ews.plays.Written;
import ews.plays.email.InvalidTemplate;
import ews.plays.email.MergeFields;
import ews.plays.email.Template;
import ews.plays.email.TemplateVersion;
import ews.plays.email.Templates;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One template, there already or new: its form, how it reads meanwhile, and its next version. */
@Controller
class TemplateEditorController {

    private final Templates templates;
    private final TemplatePreview.Reading previews;

    TemplateEditorController(Templates templates, TemplatePreview.Reading previews) {
        this.templates = templates;
        this.previews = previews;
    }

    @GetMapping("/templates/new")
    String blank(Viewer viewer, Model model) {
        return page(null, TemplateForm.BLANK, 0, new Fields(), viewer, model);
    }

    /** @param version an older one to begin with */
    @GetMapping("/templates/{key}/edit")
    String edit(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer version,
            Viewer viewer,
            Model model) {
        Template template = existing(key);
        Template shown =
                version == null ? template : version(key, version).orElseThrow(TemplateEditorController::notFound);
        model.addAttribute("begunWith", shown.version() == template.version() ? null : shown.version());
        return page(template, TemplateForm.of(shown), template.version(), new Fields(), viewer, model);
    }

    /** How the text that is being typed reads for an account; saves nothing. */
    @PostMapping("/templates/preview")
    String preview(@ModelAttribute("form") TemplateForm form, Viewer viewer, Model model) {
        model.addAttribute("preview", previews.of(form, viewer));
        return "templates/preview :: preview";
    }

    /**
     * @param look any value if the page is to be shown again with what was typed, and nothing saved
     * @param seen the version that the form began with
     */
    @PostMapping({"/templates/new", "/templates/{key}/edit"})
    String save(
            @PathVariable(required = false) @Nullable String key,
            @ModelAttribute("form") TemplateForm form,
            @RequestParam(required = false) @Nullable String look,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "0") int seen,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        Template template = key == null ? null : existing(key);
        model.addAttribute("reason", reason);
        if (look != null) {
            return page(template, form, seen, new Fields(), viewer, model);
        }
        var fields = new Fields();
        Optional<Template> edited =
                form.read(key == null ? templates.keyFor(typed(form.name())) : key, key == null ? 0 : seen, fields);
        Optional<String> why =
                key == null ? Optional.of("New template") : fields.text("reason", typed(reason), Written.LINE);
        if (edited.isEmpty() || why.isEmpty()) {
            return page(template, form, seen, fields, viewer, model);
        }
        try {
            Template saved = templates.save(edited.get(), why.get(), viewer.actor());
            redirect.addFlashAttribute("message", said(saved, seen));
            return "redirect:/templates/" + saved.key();
        } catch (InvalidTemplate e) {
            fields.wrong(TemplateForm.WHOLE, String.valueOf(e.getMessage()));
            return page(template, form, seen, fields, viewer, model);
        } catch (TransitionRefused e) {
            fields.wrong(TemplateForm.WHOLE, String.valueOf(e.getMessage()));
            return template == null
                    ? page(null, form, 0, fields, viewer, model)
                    : overtaken(existing(template.key()), form, seen, fields, viewer, model);
        }
    }

    /** The form as it was typed, with what somebody else has changed since; saved once more, it goes over that. */
    private String overtaken(Template now, TemplateForm form, int seen, Fields fields, Viewer viewer, Model model) {
        version(now.key(), seen)
                .ifPresent(began -> model.addAttribute("meanwhile", TemplateChange.between(began, now)));
        return page(now, form, now.version(), fields, viewer, model);
    }

    private static String said(Template saved, int seen) {
        if (saved.version() == seen) {
            return "%s says what it said before: nothing was saved.".formatted(saved.name());
        }
        return seen == 0
                ? "%s was saved: emails can begin with it.".formatted(saved.name())
                : "%s was saved as version %d.".formatted(saved.name(), saved.version());
    }

    private String page(
            @Nullable Template template, TemplateForm form, int seen, Fields fields, Viewer viewer, Model model) {
        TemplateForm shown = form.account() == null ? previews.forSomeAccount(form, viewer) : form;
        model.addAttribute("template", template);
        model.addAttribute("form", shown);
        model.addAttribute("seen", seen);
        model.addAttribute("errors", fields.errors());
        model.addAttribute("preview", previews.of(shown, viewer));
        model.addAttribute("mergeFields", MergeFields.byGroup());
        return "templates/editor";
    }

    private Optional<Template> version(String key, int version) {
        return templates.versions(key).stream()
                .map(TemplateVersion::template)
                .filter(it -> it.version() == version)
                .findFirst();
    }

    private Template existing(String key) {
        return templates.withKey(key).orElseThrow(TemplateEditorController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
