package ews.dashboard.setup.preview;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.detection.preview.Adoption;
import ews.detection.preview.Preview;
import ews.detection.preview.PreviewId;
import ews.detection.preview.Previewing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes count what was previewed about segments. */
@Controller
class AdoptionController {

    private final Previewing previewing;
    private final Adoption adoption;

    AdoptionController(Previewing previewing, Adoption adoption) {
        this.previewing = previewing;
        this.adoption = adoption;
    }

    @PostMapping("/setup/previews/{id:\\d+}/adoption")
    String adopt(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        Preview preview = previewing
                .withId(new PreviewId(id))
                .filter(it -> it.segmentId() == null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Answer("/setup/previews/" + id, once).opening(() -> {
            adoption.adopt(preview.basis(), preview.proposal(), "Made with the segment", viewer.actor());
            once.addFlashAttribute("message", "Saved. Accounts are sorted into segments again within seconds.");
            return "/setup/segments";
        });
    }
}
