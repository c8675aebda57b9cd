package ews.dashboard.setup.profile;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.setup.NewSegment;
import ews.detection.preview.PreviewId;
import ews.detection.preview.Previewing;
import ews.detection.preview.Proposal;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Segment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The profile of a segment that is not there yet; both are previewed and saved together. */
@Controller
@RequestMapping("/setup/segments/new/profile")
class NewProfileController {

    private final Previewing previewing;
    private final ProfileChoices choices;
    private final JsonMapper json;

    NewProfileController(Previewing previewing, ProfileChoices choices, JsonMapper json) {
        this.previewing = previewing;
        this.choices = choices;
        this.json = json;
    }

    /**
     * One of both is given.
     *
     * @param segment the new segment as JSON, whose profile begins from nothing
     * @param preview whose new segment and profile to go on with
     */
    @GetMapping
    String profile(
            @RequestParam(required = false) @Nullable String segment,
            @RequestParam(required = false) @Nullable Long preview,
            Model model) {
        if (preview == null) {
            return page(read(segment), ProfileForm.BLANK, new Fields(), model);
        }
        Proposal proposal = previewing
                .withId(new PreviewId(preview))
                .orElseThrow(NewProfileController::notFound)
                .proposal();
        Segment added = proposal.segment(Proposal.NEW).orElseThrow(NewProfileController::notFound);
        int next =
                proposal.segments().get(proposal.segments().indexOf(added) + 1).id();
        HealthProfile start = proposal.profileOf(Proposal.NEW).orElseThrow(NewProfileController::notFound);
        return page(new NewSegment(added.name(), added.conditions(), next), ProfileForm.of(start), new Fields(), model);
    }

    /**
     * Previews the segment with the profile in the form.
     *
     * @param preview given unless only the form is to be changed or checked
     */
    @PostMapping
    String preview(
            @RequestParam String segment,
            @ModelAttribute("form") ProfileForm form,
            @ModelAttribute RowChange rows,
            @RequestParam(required = false) @Nullable String preview,
            Viewer viewer,
            Model model) {
        NewSegment added = read(segment);
        Optional<ProfileForm> changed = rows.in(form);
        if (changed.isPresent()) {
            return page(added, changed.get(), new Fields(), model);
        }
        var fields = new Fields();
        Optional<HealthProfile> profile = form.read(fields);
        if (profile.isPresent() && preview != null) {
            try {
                Proposal proposal =
                        previewing.now().adding(added.name(), added.conditions(), added.before(), profile.get());
                return "redirect:/setup/previews/" + previewing.start(proposal, viewer.actor());
            } catch (IllegalArgumentException e) {
                fields.wrong("indicators", String.valueOf(e.getMessage()));
            }
        }
        return page(added, form, fields, model);
    }

    private String page(NewSegment segment, ProfileForm form, Fields fields, Model model) {
        model.addAttribute("name", segment.name());
        model.addAttribute("newSegment", json.writeValueAsString(segment));
        model.addAttribute("address", "/setup/segments/new/profile");
        choices.addTo(model, form, fields);
        return "setup/profile";
    }

    private NewSegment read(@Nullable String segment) {
        try {
            return json.readValue(segment == null ? "" : segment, NewSegment.class);
        } catch (JacksonException | IllegalArgumentException _) {
            throw notFound();
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
