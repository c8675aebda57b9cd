package ews.dashboard.setup.segment;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.detection.preview.Previewing;
import ews.detection.preview.Proposal;
import ews.detection.segment.Segments;
import ews.domain.segment.Segment;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All segments in their order, which can be changed. */
@Controller
@RequestMapping("/setup/segments")
class SegmentsController {

    private static final String LIST = "/setup/segments";

    private final Segments segments;
    private final Previewing previewing;
    private final SegmentSizes sizes;

    SegmentsController(Segments segments, Previewing previewing, SegmentSizes sizes) {
        this.segments = segments;
        this.previewing = previewing;
        this.sizes = sizes;
    }

    /** @param order ids of all segments in another order, which does not count yet; that of now if something is wrong */
    @GetMapping
    String all(@RequestParam(defaultValue = "") List<Integer> order, Model model) {
        List<Segment> now = segments.all();
        List<Segment> shown = now;
        if (!order.isEmpty()) {
            try {
                shown = Proposal.ordered(now, order);
            } catch (IllegalArgumentException e) {
                model.addAttribute("problem", e.getMessage());
            }
        }
        model.addAttribute("segments", SegmentRow.of(shown, sizes.all()));
        model.addAttribute("order", shown.equals(now) ? null : SegmentRow.order(shown));
        return "setup/segments";
    }

    /** Shows what another order would change. */
    @PostMapping("/order")
    String order(@RequestParam List<Integer> order, Viewer viewer, RedirectAttributes once) {
        return new Answer(LIST, once).opening(() -> {
            Proposal now = previewing.now();
            Proposal proposal = new Proposal(Proposal.ordered(now.segments(), order), now.profiles());
            return "/setup/previews/" + previewing.start(proposal, viewer.actor());
        });
    }

    @PostMapping("/{id}/deletion")
    String delete(@PathVariable int id, Viewer viewer, RedirectAttributes once) {
        Segment segment = segments.withId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Answer(LIST, once).after(() -> {
            segments.delete(id, viewer.actor());
            return segment.name() + " was deleted.";
        });
    }
}
