package ews.dashboard.setup.source;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.sensors.source.CalmPeriods;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps the events of a source calm while its history comes in, and ends that early. */
@Controller
@RequestMapping("/setup/sources/{id}/calm")
class CalmController {

    private final Sources sources;
    private final CalmPeriods calmPeriods;

    CalmController(Sources sources, CalmPeriods calmPeriods) {
        this.sources = sources;
        this.calmPeriods = calmPeriods;
    }

    @PostMapping
    String begin(
            @PathVariable int id,
            @RequestParam(name = "days", required = false) @Nullable String days,
            Viewer viewer,
            RedirectAttributes redirect) {
        SourceId source = existing(id);
        var fields = new Fields();
        OptionalInt more = fields.whole("days", typed(days), 1, CalmPeriods.LONGEST);
        if (more.isEmpty()) {
            redirect.addFlashAttribute(
                    "problem", "For how many days? A whole number from 1 to %d.".formatted(CalmPeriods.LONGEST));
        } else {
            calmPeriods.begin(source, more.getAsInt(), viewer.actor());
            redirect.addFlashAttribute("message", "Nothing is raised from its events for now.");
        }
        return "redirect:/setup/sources/" + id;
    }

    @PostMapping("/end")
    String end(@PathVariable int id, Viewer viewer, RedirectAttributes redirect) {
        calmPeriods.end(existing(id), viewer.actor());
        redirect.addFlashAttribute(
                "message",
                "Its events raise alerts again: for an account with its next event, for all of them with the next daily run.");
        return "redirect:/setup/sources/" + id;
    }

    private SourceId existing(int id) {
        return sources.withId(new SourceId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
    }
}
