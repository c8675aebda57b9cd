package ews.dashboard.setup.preview;

import ews.dashboard.view.When;
import ews.detection.preview.Preview;
import ews.detection.preview.PreviewId;
import ews.detection.profile.Drafts;
import ews.detection.profile.ProfileChanges;
import ews.domain.score.HealthProfile;
import ews.domain.segment.Segment;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Shows what a proposal would change, while it is being computed and after. */
@Controller
@RequestMapping("/setup/previews/{id:\\d+}")
class PreviewController {

    private final ShownPreview previews;
    private final Drafts drafts;
    private final When when;

    PreviewController(ShownPreview previews, Drafts drafts, When when) {
        this.previews = previews;
        this.drafts = drafts;
        this.when = when;
    }

    @GetMapping
    String page(@PathVariable long id, Model model) {
        show(id, model);
        return "setup/preview";
    }

    /** The part that htmx asks for until everything is known. */
    @GetMapping("/impact")
    String impact(@PathVariable long id, Model model) {
        shown(id, model);
        return "setup/preview-impact :: impact";
    }

    private void show(long id, Model model) {
        Preview preview = shown(id, model);
        Integer segmentId = preview.segmentId();
        if (segmentId == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Segment segment = preview.proposal().segments().stream()
                .filter(it -> segmentId.equals(it.id()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        HealthProfile proposed =
                Objects.requireNonNull(preview.proposal().profiles().get(segmentId));
        HealthProfile now = preview.basis().profiles().get(segmentId);
        model.addAttribute("segment", segment);
        model.addAttribute("started", when.moment(preview.startedAt()));
        model.addAttribute("changes", now == null ? List.of() : ProfileChanges.between(now, proposed));
        model.addAttribute(
                "isTheDraft",
                drafts.of(segmentId).filter(it -> it.profile().equals(proposed)).isPresent());
        model.addAttribute("today", when.today());
    }

    private Preview shown(long id, Model model) {
        return previews.addTo(model, new PreviewId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
