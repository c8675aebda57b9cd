package ews.dashboard.setup.profile;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.detection.preview.Previewing;
import ews.detection.profile.Draft;
import ews.detection.profile.Drafts;
import ews.detection.profile.ProfileVersion;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Segment;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
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
    private final Drafts drafts;
    private final Previewing previewing;
    private final ProfileChoices choices;
    private final OrganisationDays days;

    ProfileController(
            Segments segments,
            Profiles profiles,
            Drafts drafts,
            Previewing previewing,
            ProfileChoices choices,
            OrganisationDays days) {
        this.segments = segments;
        this.profiles = profiles;
        this.drafts = drafts;
        this.previewing = previewing;
        this.choices = choices;
        this.days = days;
    }

    /** @param from the version to start from; the draft, or else the live version, if not given */
    @GetMapping
    String profile(@PathVariable int id, @RequestParam(required = false) @Nullable Integer from, Model model) {
        Segment segment = existing(id);
        HealthProfile start = from == null
                ? drafts.of(id)
                        .map(Draft::profile)
                        .orElseGet(() -> profiles.current(id).profile())
                : profiles.versions(id).stream()
                        .filter(it -> it.version() == from)
                        .findFirst()
                        .map(ProfileVersion::profile)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("from", from);
        return page(segment, ProfileForm.of(start), new Fields(), model);
    }

    /**
     * Publishes what the form says, or keeps it as a draft to show what it would change.
     *
     * @param preview given if nothing is to be published yet
     * @param rows whether only a row of the form is to be added or left out
     * @param check given if the form is only to be checked
     */
    @PostMapping
    String publish(
            @PathVariable int id,
            @ModelAttribute("form") ProfileForm form,
            @ModelAttribute RowChange rows,
            @RequestParam(required = false) @Nullable String check,
            @RequestParam(required = false) @Nullable String preview,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        Segment segment = existing(id);
        Optional<ProfileForm> changed = rows.in(form);
        if (changed.isPresent()) {
            return page(segment, changed.get(), new Fields(), model);
        }
        var fields = new Fields();
        Optional<HealthProfile> profile = form.read(fields);
        if (profile.isPresent() && preview != null) {
            drafts.save(id, profile.get(), profiles.current(id).version(), viewer.actor());
            return "redirect:/setup/previews/" + previewing.start(id, profile.get(), viewer.actor());
        }
        if (check == null && preview == null) {
            fields.text("reason", typed(form.reason()), 300);
        }
        Optional<LocalDate> from = fields.day("day", typed(form.day()), days.today());
        if (profile.isEmpty() || check != null || !fields.areRight()) {
            return page(segment, form, fields, model);
        }
        try {
            ProfileVersion version =
                    profiles.publish(id, profile.get(), typed(form.reason()), from.orElseThrow(), viewer.actor());
            redirect.addFlashAttribute("message", Publication.of(version, days));
        } catch (IllegalArgumentException e) {
            fields.wrong("day", String.valueOf(e.getMessage()));
            return page(segment, form, fields, model);
        }
        return "redirect:/setup/segments/%d/profile".formatted(id);
    }

    private String page(Segment segment, ProfileForm form, Fields fields, Model model) {
        model.addAttribute("segment", segment);
        model.addAttribute("versions", VersionRow.of(profiles.versions(segment.id()), days.today()));
        model.addAttribute("current", profiles.current(segment.id()));
        model.addAttribute("draft", drafts.of(segment.id()).orElse(null));
        model.addAttribute("today", days.today());
        model.addAttribute("name", segment.name());
        model.addAttribute("address", "/setup/segments/%d/profile".formatted(segment.id()));
        choices.addTo(model, form, fields);
        return "setup/profile";
    }

    private Segment existing(int id) {
        return segments.withId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
