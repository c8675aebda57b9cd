package ews.dashboard.setup.preview;

import ews.dashboard.view.When;
import ews.detection.preview.Preview;
import ews.detection.preview.PreviewId;
import ews.detection.preview.Previewing;
import ews.detection.profile.Drafts;
import ews.domain.segment.Segment;
import org.jspecify.annotations.Nullable;
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
    private final Previewing previewing;
    private final Drafts drafts;
    private final When when;

    PreviewController(ShownPreview previews, Previewing previewing, Drafts drafts, When when) {
        this.previews = previews;
        this.previewing = previewing;
        this.drafts = drafts;
        this.when = when;
    }

    @GetMapping
    String page(@PathVariable long id, Model model) {
        Preview preview = shown(id, model);
        Segment segment = ofOneProfile(preview);
        model.addAttribute("segment", segment);
        model.addAttribute("subject", segment == null ? "segments" : "profile of " + segment.name());
        model.addAttribute("edits", Edit.of(preview));
        model.addAttribute("started", when.moment(preview.startedAt()));
        model.addAttribute("changes", ProposalChanges.of(preview));
        model.addAttribute("isTheDraft", segment != null && isTheDraft(segment.id(), preview));
        model.addAttribute("isAdoptable", segment == null && previewing.now().equals(preview.basis()));
        model.addAttribute("today", when.today());
        return "setup/preview";
    }

    /** The part that htmx asks for until everything is known. */
    @GetMapping("/impact")
    String impact(@PathVariable long id, Model model) {
        shown(id, model);
        return "setup/preview-impact :: impact";
    }

    private Preview shown(long id, Model model) {
        return previews.addTo(model, new PreviewId(id)).orElseThrow(PreviewController::notFound);
    }

    /** The segment whose profile is all that the preview is about. */
    private static @Nullable Segment ofOneProfile(Preview preview) {
        Integer id = preview.segmentId();
        return id == null ? null : preview.proposal().segment(id).orElseThrow(PreviewController::notFound);
    }

    private boolean isTheDraft(int segment, Preview preview) {
        return drafts.of(segment)
                .map(it -> it.profile().equals(preview.proposal().profiles().get(segment)))
                .orElse(false);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
