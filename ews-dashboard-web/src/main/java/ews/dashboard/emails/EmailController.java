package ews.dashboard.emails;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.plays.Written;
import ews.plays.email.EmailId;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writes an email to contacts of an account. Until somebody changes the text, it follows what is chosen. */
@Controller
class EmailController {

    /** Where the email as a whole is wrong. */
    private static final String WHOLE = "email";

    /** As many characters as the text of an email may have. */
    private static final int LONGEST_TEXT = 20_000;

    private final Occasion.Reading occasions;
    private final Composing composing;

    EmailController(Occasion.Reading occasions, Composing composing) {
        this.occasions = occasions;
        this.composing = composing;
    }

    @ModelAttribute(Occasion.ABOUT)
    Occasion about(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long run,
            @RequestParam(required = false) @Nullable Long task,
            Viewer viewer) {
        return occasions.of(id, run, task, viewer);
    }

    @GetMapping("/accounts/{id:\\d+}/email")
    String page(
            @ModelAttribute(name = Occasion.ABOUT, binding = false) Occasion about,
            @ModelAttribute("form") EmailForm form,
            Viewer viewer,
            Model model) {
        return page(about, composing.begun(about, form, viewer), new Fields(), viewer, model);
    }

    /** The subject and the text for what is chosen now. What somebody has written stays as it is. */
    @PostMapping("/accounts/{id:\\d+}/email/writing")
    String writing(
            @ModelAttribute(name = Occasion.ABOUT, binding = false) Occasion about,
            @ModelAttribute("form") EmailForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        if (!form.follows()) {
            response.setHeader("HX-Reswap", "none");
        }
        model.addAttribute("form", following(about, form, viewer));
        model.addAttribute("errors", new Fields().errors());
        return "emails/writing :: writing";
    }

    /** How it reads so far; saves nothing. */
    @PostMapping("/accounts/{id:\\d+}/email/preview")
    String preview(
            @ModelAttribute(name = Occasion.ABOUT, binding = false) Occasion about,
            @ModelAttribute("form") EmailForm form,
            Viewer viewer,
            Model model) {
        model.addAttribute("letter", composing.letter(about, form, viewer));
        return "emails/preview :: preview";
    }

    /**
     * @param look any value if the page is to be shown again, and nothing sent
     * @param fill any value if the text of the template is to take the place of what was written, and nothing sent
     */
    @PostMapping("/accounts/{id:\\d+}/email")
    String send(
            @ModelAttribute(name = Occasion.ABOUT, binding = false) Occasion about,
            @ModelAttribute("form") EmailForm form,
            @RequestParam(required = false) @Nullable String look,
            @RequestParam(required = false) @Nullable String fill,
            Viewer viewer,
            Model model,
            RedirectAttributes once) {
        var fields = new Fields();
        if (fill != null) {
            return page(about, composing.filledIn(about, form, viewer), fields, viewer, model);
        }
        if (look != null) {
            return page(about, following(about, form, viewer), fields, viewer, model);
        }
        if (isComplete(form, fields)) {
            try {
                EmailId sent = composing.send(about, form, viewer);
                once.addFlashAttribute(
                        "message", about.account().sample() ? "Logged. Nothing was sent." : "The email is on its way.");
                return "redirect:" + about.leadingBack("/emails/" + sent);
            } catch (IllegalArgumentException e) {
                fields.wrong(WHOLE, String.valueOf(e.getMessage()));
            }
        }
        return page(about, form, fields, viewer, model);
    }

    private EmailForm following(Occasion about, EmailForm form, Viewer viewer) {
        return form.follows() ? composing.filledIn(about, form, viewer) : form;
    }

    private static boolean isComplete(EmailForm form, Fields fields) {
        if (form.chosen().isEmpty()) {
            fields.wrong("to", "Please choose whom it goes to.");
        }
        fields.text("subject", form.writing().subject(), Written.LINE);
        fields.lines("text", form.writing().text(), LONGEST_TEXT);
        return fields.areRight();
    }

    private String page(Occasion about, EmailForm form, Fields fields, Viewer viewer, Model model) {
        Composer page = composing.page(about, form.withKey(), viewer);
        model.addAttribute("page", page);
        model.addAttribute("form", page.form());
        model.addAttribute("letter", page.letter());
        model.addAttribute("ofSample", about.account().sample());
        model.addAttribute("errors", fields.errors());
        return "emails/write";
    }
}
