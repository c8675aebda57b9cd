package ews.dashboard.setup.segment;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.setup.Vocabulary;
import ews.dashboard.setup.segment.SegmentForm.Details;
import ews.detection.segment.Segments;
import ews.domain.audit.Actor;
import ews.domain.segment.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/setup/segments")
class SegmentsController {

    private static final String LIST = "redirect:/setup/segments";

    private final Segments segments;
    private final SegmentSizes sizes;
    private final Vocabulary vocabulary;

    SegmentsController(Segments segments, SegmentSizes sizes, Vocabulary vocabulary) {
        this.segments = segments;
        this.sizes = sizes;
        this.vocabulary = vocabulary;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("segments", SegmentRow.of(segments.all(), sizes.all()));
        return "setup/segments";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return page(null, SegmentForm.BLANK, new Fields(), model);
    }

    @GetMapping("/{id}")
    String segment(@PathVariable int id, Model model) {
        Segment segment = existing(id);
        return page(segment, SegmentForm.of(segment), new Fields(), model);
    }

    /**
     * @param add the kind of condition to add a row for; nothing is saved then
     * @param remove the row to leave out; nothing is saved then
     */
    @PostMapping({"/new", "/{id}"})
    String save(
            @PathVariable(required = false) @Nullable Integer id,
            @ModelAttribute("form") SegmentForm form,
            @RequestParam(required = false) @Nullable String add,
            @RequestParam(required = false) @Nullable Integer remove,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        Segment segment = id == null ? null : existing(id);
        if (add != null) {
            return page(segment, form.withAnother(add), new Fields(), model);
        }
        if (remove != null) {
            return page(segment, form.without(remove), new Fields(), model);
        }
        var fields = new Fields();
        boolean last = segment != null && segments.all().getLast().id() == segment.id();
        Optional<Details> details = form.read(fields, last);
        if (details.isEmpty() || !isSaved(segment, details.get(), viewer.actor(), fields)) {
            return page(segment, form, fields, model);
        }
        redirect.addFlashAttribute("message", "Saved. Accounts are sorted into segments again within seconds.");
        return LIST;
    }

    /** @param to {@code up} or {@code down}, by one place */
    @PostMapping("/{id}/place")
    String move(@PathVariable int id, @RequestParam String to, Viewer viewer, RedirectAttributes redirect) {
        existing(id);
        var order = new ArrayList<>(segments.all().stream().map(Segment::id).toList());
        int place = order.indexOf(id);
        int other = to.equals("up") ? place - 1 : place + 1;
        if (other >= 0 && other < order.size()) {
            Collections.swap(order, place, other);
            attempt(() -> segments.reorder(order, viewer.actor()), redirect);
        }
        return LIST;
    }

    @PostMapping("/{id}/deletion")
    String delete(@PathVariable int id, Viewer viewer, RedirectAttributes redirect) {
        Segment segment = existing(id);
        if (attempt(() -> segments.delete(id, viewer.actor()), redirect)) {
            redirect.addFlashAttribute("message", segment.name() + " was deleted.");
        }
        return LIST;
    }

    private boolean isSaved(@Nullable Segment segment, Details details, Actor actor, Fields fields) {
        try {
            if (segment == null) {
                segments.create(details.name(), details.conditions(), actor);
                return true;
            }
            if (!segment.name().equals(details.name())) {
                segments.rename(segment.id(), details.name(), actor);
            }
            if (!segment.conditions().equals(details.conditions())) {
                segments.changeConditions(segment.id(), details.conditions(), actor);
            }
            return true;
        } catch (IllegalArgumentException e) {
            fields.wrong("name", String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static boolean attempt(Runnable change, RedirectAttributes redirect) {
        try {
            change.run();
            return true;
        } catch (IllegalArgumentException e) {
            redirect.addFlashAttribute("problem", e.getMessage());
            return false;
        }
    }

    private String page(@Nullable Segment segment, SegmentForm form, Fields fields, Model model) {
        List<Segment> all = segments.all();
        model.addAttribute("segment", segment);
        model.addAttribute("takesTheRest", segment != null && all.getLast().id() == segment.id());
        model.addAttribute("accounts", segment == null ? 0 : sizes.all().getOrDefault(segment.id(), 0));
        model.addAttribute("form", form);
        model.addAttribute("errors", fields.errors());
        vocabulary.addTo(model);
        return "setup/segment";
    }

    private Segment existing(int id) {
        return segments.withId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
