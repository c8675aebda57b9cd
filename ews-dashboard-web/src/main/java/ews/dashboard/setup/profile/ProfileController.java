package ews.dashboard.setup.profile;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.setup.Vocabulary;
import ews.detection.profile.ProfileVersion;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.score.Band;
import ews.domain.score.HealthProfile;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.Limit;
import ews.domain.score.MissingData;
import ews.domain.segment.Segment;
import java.util.List;
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

@Controller
@RequestMapping("/setup/segments/{id}/profile")
class ProfileController {

    private final Segments segments;
    private final Profiles profiles;
    private final Vocabulary vocabulary;

    ProfileController(Segments segments, Profiles profiles, Vocabulary vocabulary) {
        this.segments = segments;
        this.profiles = profiles;
        this.vocabulary = vocabulary;
    }

    /** @param from the version to start from; the live one if not given */
    @GetMapping
    String profile(@PathVariable int id, @RequestParam(required = false) @Nullable Integer from, Model model) {
        Segment segment = existing(id);
        List<ProfileVersion> versions = profiles.versions(id);
        ProfileVersion start = from == null
                ? versions.getFirst()
                : versions.stream()
                        .filter(it -> it.version() == from)
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("from", from);
        return page(segment, ProfileForm.of(start.profile()), new Fields(), model);
    }

    /**
     * Publishes what the form says.
     *
     * @param add given if only a row is to be added to the form
     * @param remove the row that is only to be left out of the form
     * @param addLimit given if only a limit is to be added to the form
     * @param removeLimit the limit that is only to be left out of the form
     * @param check given if the form is only to be checked
     */
    @PostMapping
    String publish(
            @PathVariable int id,
            @ModelAttribute("form") ProfileForm form,
            @RequestParam(required = false) @Nullable String add,
            @RequestParam(required = false) @Nullable Integer remove,
            @RequestParam(required = false) @Nullable String addLimit,
            @RequestParam(required = false) @Nullable Integer removeLimit,
            @RequestParam(required = false) @Nullable String check,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        Segment segment = existing(id);
        if (add != null) {
            return page(segment, form.withAnother(), new Fields(), model);
        }
        if (remove != null) {
            return page(segment, form.without(remove), new Fields(), model);
        }
        if (addLimit != null) {
            return page(segment, form.withAnotherLimit(), new Fields(), model);
        }
        if (removeLimit != null) {
            return page(segment, form.withoutLimit(removeLimit), new Fields(), model);
        }
        var fields = new Fields();
        Optional<HealthProfile> profile = form.read(fields);
        if (profile.isEmpty() || check != null) {
            return page(segment, form, fields, model);
        }
        ProfileVersion version = profiles.publish(id, profile.get(), typed(form.reason()), viewer.actor());
        redirect.addFlashAttribute(
                "message", "Version %d is live. Everybody is scored again now.".formatted(version.version()));
        return "redirect:/setup/segments/%d/profile".formatted(id);
    }

    /** The part of the page that changes while somebody types. */
    @PostMapping("/advice")
    String advice(@ModelAttribute("form") ProfileForm form) {
        return "setup/profile-advice :: advice";
    }

    private String page(Segment segment, ProfileForm form, Fields fields, Model model) {
        List<ProfileVersion> versions = profiles.versions(segment.id());
        model.addAttribute("segment", segment);
        model.addAttribute("versions", versions);
        model.addAttribute("current", versions.getFirst());
        model.addAttribute("form", form);
        model.addAttribute("errors", fields.errors());
        model.addAttribute("groups", IndicatorGroup.values());
        model.addAttribute("missing", MissingData.values());
        model.addAttribute("kinds", Limit.Kind.values());
        model.addAttribute("bands", List.of(Band.GOOD, Band.AVERAGE, Band.POOR));
        vocabulary.addTo(model);
        return "setup/profile";
    }

    private Segment existing(int id) {
        return segments.withId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
