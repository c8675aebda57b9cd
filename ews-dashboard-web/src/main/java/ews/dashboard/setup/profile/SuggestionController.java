package ews.dashboard.setup.profile;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.dashboard.view.When;
import ews.detection.profile.Draft;
import ews.detection.profile.Drafts;
import ews.detection.segment.Segments;
import ews.detection.suggestion.Suggesting;
import ews.detection.suggestion.Suggestion;
import ews.detection.suggestion.SuggestionId;
import ews.domain.segment.Segment;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Weights that the past speaks for: asked for, looked at, and made a draft. */
@Controller
@RequestMapping("/setup/segments/{id}/profile/suggestions")
class SuggestionController {

    private final Suggesting suggesting;
    private final Segments segments;
    private final Drafts drafts;
    private final When when;

    SuggestionController(Suggesting suggesting, Segments segments, Drafts drafts, When when) {
        this.suggesting = suggesting;
        this.segments = segments;
        this.drafts = drafts;
        this.when = when;
    }

    @PostMapping
    String start(@PathVariable int id, Viewer viewer) {
        Segment segment = existing(id);
        return "redirect:" + pageOf(segment.id()) + "/suggestions/" + suggesting.start(segment.id(), viewer.actor());
    }

    @GetMapping("/{suggestion:\\d+}")
    String page(@PathVariable int id, @PathVariable long suggestion, Model model) {
        show(id, suggestion, model);
        return "setup/suggestion";
    }

    /** The part that htmx asks for until everything is known. */
    @GetMapping("/{suggestion:\\d+}/finding")
    String finding(@PathVariable int id, @PathVariable long suggestion, Model model) {
        show(id, suggestion, model);
        return "setup/suggestion-finding :: finding";
    }

    /** Takes the place of a draft that is there. */
    @PostMapping("/{suggestion:\\d+}/draft")
    String draft(@PathVariable int id, @PathVariable long suggestion, Viewer viewer, RedirectAttributes once) {
        Suggestion made = existing(id, suggestion);
        return new Answer(pageOf(id), once).after(() -> {
            suggesting.draft(made, viewer.actor());
            return "The suggested weights are the draft now. Preview what they would change.";
        });
    }

    private void show(int segmentId, long suggestionId, Model model) {
        Suggestion suggestion = existing(segmentId, suggestionId);
        model.addAttribute("segment", existing(segmentId));
        model.addAttribute("suggestion", suggestion);
        model.addAttribute("started", when.moment(suggestion.startedAt()));
        model.addAttribute(
                "finding",
                suggestion.finding() == null ? null : SuggestionView.of(suggestion.profile(), suggestion.finding()));
        model.addAttribute("replaced", drafts.of(segmentId).map(Draft::author).orElse(null));
    }

    private Suggestion existing(int segmentId, long suggestion) {
        return suggesting
                .withId(new SuggestionId(suggestion))
                .filter(it -> it.segmentId() == segmentId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Segment existing(int id) {
        return segments.withId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String pageOf(int segment) {
        return "/setup/segments/%d/profile".formatted(segment);
    }
}
