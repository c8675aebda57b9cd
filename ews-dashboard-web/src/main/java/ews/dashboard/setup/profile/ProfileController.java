package ews.dashboard.setup.profile;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.setup.Vocabulary;
import ews.detection.preview.Previewing;
import ews.detection.profile.Draft;
import ews.detection.profile.Drafts;
import ews.detection.profile.ProfileVersion;
import ews.detection.profile.Profiles;
import ews.detection.segment.Segments;
import ews.domain.score.Band;
import ews.domain.score.HealthProfile;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.Limit;
import ews.domain.score.MissingData;
import ews.domain.segment.Segment;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
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
    private final Drafts drafts;
    private final Previewing previewing;
    private final Vocabulary vocabulary;
    private final OrganisationDays days;

    ProfileController(
            Segments segments,
            Profiles profiles,
            Drafts drafts,
            Previewing previewing,
            Vocabulary vocabulary,
            OrganisationDays days) {
        this.segments = segments;
        this.profiles = profiles;
        this.drafts = drafts;
        this.previewing = previewing;
        this.vocabulary = vocabulary;
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
            @RequestParam(required = false) @Nullable String preview,
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

    /** The part of the page that changes while somebody types. */
    @PostMapping("/advice")
    String advice(@ModelAttribute("form") ProfileForm form) {
        return "setup/profile-advice :: advice";
    }

    private String page(Segment segment, ProfileForm form, Fields fields, Model model) {
        model.addAttribute("segment", segment);
        model.addAttribute("versions", VersionRow.of(profiles.versions(segment.id()), days.today()));
        model.addAttribute("current", profiles.current(segment.id()));
        model.addAttribute("draft", drafts.of(segment.id()).orElse(null));
        model.addAttribute("today", days.today());
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
