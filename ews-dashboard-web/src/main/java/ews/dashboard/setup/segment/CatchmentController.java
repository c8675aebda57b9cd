package ews.dashboard.setup.segment;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.setup.Fields;
import ews.detection.segment.Catchment;
import ews.detection.segment.Catchments;
import ews.detection.segment.Segments;
import ews.domain.segment.Condition;
import ews.domain.segment.Segment;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whom the conditions would catch that are being typed; saves nothing. */
@Controller
class CatchmentController {

    private final Segments segments;
    private final Catchments catchments;
    private final JsonMapper json;

    CatchmentController(Segments segments, Catchments catchments, JsonMapper json) {
        this.segments = segments;
        this.catchments = catchments;
        this.json = json;
    }

    /**
     * @param segment the segment that is being changed; none if it is a new one
     * @param sofar what an earlier answer has found, to go on with
     */
    @PostMapping("/setup/segments/catchment")
    String catchment(
            @ModelAttribute("form") SegmentForm form,
            @RequestParam(required = false) @Nullable Integer segment,
            @RequestParam(required = false) @Nullable String sofar,
            HttpServletRequest request,
            Model model) {
        var fields = new Fields();
        List<Condition> conditions = form.readConditions(fields, false);
        model.addAttribute("messages", messages(form, fields, request));
        model.addAttribute("complete", fields.areRight());
        if (fields.areRight()) {
            List<Segment> all = segments.all();
            List<Integer> among = from(segment, typed(form.before()), all);
            Catchment found = catchments.look(conditions, among, read(sofar));
            model.addAttribute("found", CatchmentView.of(found, all, segment));
            model.addAttribute("sofar", found.isComplete() ? null : json.writeValueAsString(found));
        }
        return "setup/segment-catchment :: catchment";
    }

    /** By field; what has not been filled in yet is not wrong yet. */
    private static Map<String, String> messages(SegmentForm form, Fields fields, HttpServletRequest request) {
        var messages = new LinkedHashMap<String, String>();
        for (int i = 0; i < form.rows().size(); i++) {
            String at = "conditions[%d].".formatted(i);
            for (String name : form.rows().get(i).names()) {
                boolean filled = !typed(request.getParameter(at + name)).isEmpty();
                messages.put(at + name, filled ? fields.errors().getOrDefault(at + name, "") : "");
            }
        }
        return messages;
    }

    /** The segments whose accounts it can take: itself and all after it. */
    private static List<Integer> from(@Nullable Integer segment, String before, List<Segment> all) {
        List<Integer> ids = all.stream().map(Segment::id).toList();
        int place = segment != null
                ? ids.indexOf(segment)
                : before.matches("[0-9]{1,9}") ? ids.indexOf(Integer.valueOf(before)) : -1;
        return ids.subList(place >= 0 ? place : ids.size() - 1, ids.size());
    }

    /** Whatever cannot be read is looked for again. */
    private @Nullable Catchment read(@Nullable String sofar) {
        if (sofar == null) {
            return null;
        }
        try {
            return json.readValue(sofar, Catchment.class);
        } catch (JacksonException _) {
            return null;
        }
    }
}
