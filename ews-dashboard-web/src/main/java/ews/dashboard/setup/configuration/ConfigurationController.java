package ews.dashboard.setup.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.preview.ShownPreview;
import ews.dashboard.view.Answer;
import ews.dashboard.view.When;
import ews.detection.configuration.ConfigurationText;
import ews.detection.configuration.Configurations;
import ews.detection.configuration.InvalidDocument;
import ews.detection.configuration.Plan;
import ews.detection.configuration.Plans;
import ews.detection.preview.PreviewId;
import ews.domain.TransitionRefused;
import ews.domain.audit.Actor;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/setup/configuration")
class ConfigurationController {

    private static final int LONGEST_REASON = 200;

    private final Configurations configurations;
    private final Plans plans;
    private final ShownPreview previews;
    private final When when;

    ConfigurationController(Configurations configurations, Plans plans, ShownPreview previews, When when) {
        this.configurations = configurations;
        this.plans = plans;
        this.previews = previews;
        this.when = when;
    }

    @GetMapping
    String page(Model model) {
        return page(List.of(), "", model);
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> download() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_YAML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("ews-configuration.yaml")
                                .build()
                                .toString())
                .body(ConfigurationText.yaml(configurations.now().configuration())
                        .getBytes(UTF_8));
    }

    /** @param text counts where no file was chosen */
    @PostMapping("/plans")
    String plan(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            Viewer viewer,
            Model model)
            throws IOException {
        byte[] chosen = file == null ? new byte[0] : file.getBytes();
        if (chosen.length == 0 && text.isBlank()) {
            return page(List.of("Choose a file, or paste its text."), text, model);
        }
        try {
            var wanted = configurations.read(chosen.length > 0 ? chosen : text.getBytes(UTF_8));
            return "redirect:" + pageOf(plans.make(wanted, viewer.actor()).id());
        } catch (InvalidDocument e) {
            return page(e.problems(), chosen.length > 0 ? "" : text, model);
        }
    }

    @GetMapping("/plans/{id:\\d+}")
    String plan(@PathVariable long id, Model model) {
        Plans.Made made = existing(id);
        PreviewId preview = made.preview();
        model.addAttribute("plan", made);
        model.addAttribute("made", when.moment(made.madeAt()));
        var now = configurations.now();
        model.addAttribute("isUpToDate", made.plan().revision().equals(now.revision()));
        model.addAttribute("switchesOn", made.wanted().switchesOn(now.configuration()));
        model.addAttribute(
                "previewed", preview != null && previews.addTo(model, preview).isPresent());
        return "setup/configuration-plan";
    }

    /** @param accounts {@code new} if rules that are switched on are to raise nothing where they hold already */
    @PostMapping("/plans/{id:\\d+}/application")
    String apply(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "all") String accounts,
            Viewer viewer,
            RedirectAttributes once) {
        Plans.Made made = existing(id);
        return new Answer(pageOf(id), once).opening(() -> {
            if (reason.length() > LONGEST_REASON) {
                throw new IllegalArgumentException("At most %d characters as the reason.".formatted(LONGEST_REASON));
            }
            Plan applied = applied(made, reason, accounts.equals("new"), viewer.actor());
            once.addFlashAttribute(
                    "message",
                    applied.changesNothing() ? "Nothing had to change." : "Applied. Everybody is looked at again now.");
            return "/setup/configuration";
        });
    }

    /** What the document names, such as a watch list, may have gone since the plan was made. */
    private Plan applied(Plans.Made made, String reason, boolean newEntrantsOnly, Actor actor) {
        try {
            return configurations.apply(made.wanted(), made.plan().revision(), reason, newEntrantsOnly, actor);
        } catch (InvalidDocument e) {
            throw new TransitionRefused(String.join(" ", e.problems()));
        }
    }

    private static String page(List<String> problems, String text, Model model) {
        model.addAttribute("problems", problems);
        model.addAttribute("text", text);
        return "setup/configuration";
    }

    private static String pageOf(long plan) {
        return "/setup/configuration/plans/" + plan;
    }

    private Plans.Made existing(long id) {
        return plans.withId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
