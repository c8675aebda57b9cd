package ews.dashboard.setup.profile;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.detection.preview.PreviewId;
import ews.detection.preview.Previewing;
import ews.detection.profile.Draft;
import ews.detection.profile.Drafts;
import ews.detection.profile.Profiles;
import ews.domain.score.HealthProfile;
import ews.domain.time.OrganisationDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What becomes of a draft that was previewed, and of a version that does not count yet. */
@Controller
@RequestMapping("/setup/segments/{id}/profile")
class DraftController {

    private final Drafts drafts;
    private final Profiles profiles;
    private final Previewing previewing;
    private final OrganisationDays days;

    DraftController(Drafts drafts, Profiles profiles, Previewing previewing, OrganisationDays days) {
        this.drafts = drafts;
        this.profiles = profiles;
        this.previewing = previewing;
        this.days = days;
    }

    /**
     * @param day from which it counts; today if not given
     * @param preview to go back to if something is wrong
     */
    @PostMapping("/draft/publication")
    String publish(
            @PathVariable int id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam long preview,
            Viewer viewer,
            RedirectAttributes once) {
        return new Answer("/setup/previews/" + preview, once).opening(() -> {
            HealthProfile profile = previewed(id, preview);
            var version = profiles.publish(id, profile, reason, day == null ? days.today() : day, viewer.actor());
            once.addFlashAttribute("message", Publication.of(version, days));
            return pageOf(id);
        });
    }

    /** The draft, as it was when the preview was made: nobody publishes what nobody has seen the effect of. */
    private HealthProfile previewed(int segment, long preview) {
        Draft draft = drafts.of(segment)
                .orElseThrow(() -> new IllegalArgumentException("The draft was published or thrown away."));
        boolean same = previewing
                .withId(new PreviewId(preview))
                .map(it -> draft.profile().equals(it.proposal().profiles().get(segment)))
                .orElse(false);
        if (!same) {
            throw new IllegalArgumentException(
                    "%s changed the draft after this preview. Go back to the profile and preview it again."
                            .formatted(draft.author()));
        }
        return draft.profile();
    }

    @PostMapping("/draft/removal")
    String discard(@PathVariable int id, RedirectAttributes once) {
        return new Answer(pageOf(id), once).after(() -> {
            drafts.discard(id);
            return "The draft is gone.";
        });
    }

    @PostMapping("/versions/{version}/withdrawal")
    String withdraw(@PathVariable int id, @PathVariable int version, Viewer viewer, RedirectAttributes once) {
        return new Answer(pageOf(id), once).after(() -> {
            profiles.withdraw(id, version, viewer.actor());
            return "Version %d was taken back.".formatted(version);
        });
    }

    private static String pageOf(int segment) {
        return "/setup/segments/%d/profile".formatted(segment);
    }
}
