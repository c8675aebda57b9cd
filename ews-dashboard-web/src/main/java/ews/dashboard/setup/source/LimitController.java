package ews.dashboard.setup.source;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.sensors.source.SourceId;
import ews.sensors.source.SourceLimits;
import ews.sensors.source.Sources;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says how much may come from a source. */
@Controller
class LimitController {

    private final Sources sources;

    LimitController(Sources sources) {
        this.sources = sources;
    }

    /**
     * Nothing typed is no limit.
     *
     * @param most events a second
     * @param body kilobytes of a request
     * @param event kilobytes of an event
     */
    @PostMapping("/setup/sources/{id}/limit")
    String limit(
            @PathVariable int id,
            @RequestParam(required = false) @Nullable String most,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String event,
            Viewer viewer,
            RedirectAttributes redirect) {
        var source = new SourceId(id);
        if (sources.withId(source).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var fields = new Fields();
        Integer events = read(fields, "most", typed(most), SourceLimits.MOST_A_SECOND);
        Integer bodyKilobytes = read(fields, "body", typed(body), SourceLimits.LARGEST_BODY);
        Integer eventKilobytes = read(fields, "event", typed(event), SourceLimits.LARGEST_EVENT);
        if (fields.areRight()) {
            var limits = new SourceLimits(events, bodyKilobytes, eventKilobytes);
            sources.limit(source, limits, viewer.actor());
            redirect.addFlashAttribute("message", limits.isNone() ? "It has no limits now." : "The limits are saved.");
        } else {
            redirect.addFlashAttribute(
                    "problem",
                    "Limits are whole numbers: up to %,d events a second, %,d KB a request and %d KB an event; or nothing."
                            .formatted(
                                    SourceLimits.MOST_A_SECOND, SourceLimits.LARGEST_BODY, SourceLimits.LARGEST_EVENT));
        }
        return "redirect:/setup/sources/" + id;
    }

    private static @Nullable Integer read(Fields fields, String field, String typed, int most) {
        if (typed.isEmpty()) {
            return null;
        }
        OptionalInt number = fields.whole(field, typed, 1, most);
        return number.isEmpty() ? null : number.getAsInt();
    }
}
