package ews.dashboard.setup.segment;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.setup.NewSegment;
import ews.dashboard.setup.Vocabulary;
import ews.dashboard.setup.segment.SegmentForm.Details;
import ews.detection.preview.Adoption;
import ews.detection.preview.Preview;
import ews.detection.preview.PreviewId;
import ews.detection.preview.Previewing;
import ews.detection.preview.Proposal;
import ews.domain.segment.Segment;
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
import tools.jackson.databind.json.JsonMapper;

/** One segment, there already or new: its form, which is previewed or saved. */
@Controller
@RequestMapping("/setup/segments")
class SegmentController {

    private final Previewing previewing;
    private final Adoption adoption;
    private final ProfileSource source;
    private final SegmentSizes sizes;
    private final Vocabulary vocabulary;
    private final JsonMapper json;

    SegmentController(
            Previewing previewing,
            Adoption adoption,
            ProfileSource source,
            SegmentSizes sizes,
            Vocabulary vocabulary,
            JsonMapper json) {
        this.previewing = previewing;
        this.adoption = adoption;
        this.source = source;
        this.sizes = sizes;
        this.vocabulary = vocabulary;
        this.json = json;
    }

    /** @param preview whose new segment to go on with */
    @GetMapping("/new")
    String blank(@RequestParam(required = false) @Nullable Long preview, Model model) {
        SegmentForm form = preview == null ? SegmentForm.BLANK : previewed(preview);
        return page(previewing.now(), null, form, new Fields(), model);
    }

    private SegmentForm previewed(long preview) {
        Proposal proposal = proposal(preview);
        Segment segment = proposal.segment(Proposal.NEW).orElseThrow(SegmentController::notFound);
        int place = proposal.segments().indexOf(segment);
        return SegmentForm.of(
                segment, Integer.toString(proposal.segments().get(place + 1).id()), ProfileSource.previewed(preview));
    }

    /** @param preview whose version of the segment to go on with */
    @GetMapping("/{id}")
    String segment(@PathVariable int id, @RequestParam(required = false) @Nullable Long preview, Model model) {
        Proposal now = previewing.now();
        Segment segment = now.segment(id).orElseThrow(SegmentController::notFound);
        Segment start =
                preview == null ? segment : proposal(preview).segment(id).orElseThrow(SegmentController::notFound);
        return page(now, segment, SegmentForm.of(start), new Fields(), model);
    }

    /**
     * @param add the kind of condition to add a row for; nothing is saved then
     * @param remove the row to leave out; nothing is saved then
     * @param preview given if nothing is to be saved before its effect is known
     */
    @PostMapping({"/new", "/{id}"})
    String save(
            @PathVariable(required = false) @Nullable Integer id,
            @ModelAttribute("form") SegmentForm form,
            @RequestParam(required = false) @Nullable String add,
            @RequestParam(required = false) @Nullable Integer remove,
            @RequestParam(required = false) @Nullable String preview,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        Proposal now = previewing.now();
        Segment segment = id == null ? null : now.segment(id).orElseThrow(SegmentController::notFound);
        if (add != null) {
            return page(now, segment, form.withAnother(add), new Fields(), model);
        }
        if (remove != null) {
            return page(now, segment, form.without(remove), new Fields(), model);
        }
        var fields = new Fields();
        Optional<Details> details = form.read(fields, segment != null && isLast(segment, now));
        if (details.isPresent() && segment == null && typed(form.profile()).equals(ProfileSource.BLANK)) {
            redirect.addAttribute("segment", json.writeValueAsString(newSegment(details.get(), form, now)));
            return "redirect:/setup/segments/new/profile";
        }
        try {
            Optional<Proposal> proposal = details.flatMap(it -> proposed(it, segment, form, now, fields));
            if (proposal.isPresent() && preview != null) {
                return "redirect:/setup/previews/" + previewing.start(proposal.get(), viewer.actor());
            }
            if (proposal.isPresent()) {
                adoption.adopt(now, proposal.get(), "Made with the segment", viewer.actor());
                redirect.addFlashAttribute("message", "Saved. Accounts are sorted into segments again within seconds.");
                return "redirect:/setup/segments";
            }
        } catch (IllegalArgumentException e) {
            fields.wrong("name", String.valueOf(e.getMessage()));
        }
        return page(now, segment, form, fields, model);
    }

    private Optional<Proposal> proposed(
            Details details, @Nullable Segment segment, SegmentForm form, Proposal now, Fields fields) {
        if (segment != null) {
            return Optional.of(
                    now.with(new Segment(segment.id(), segment.key(), details.name(), details.conditions())));
        }
        NewSegment added = newSegment(details, form, now);
        return source.read(form.profile(), now, fields)
                .map(profile -> now.adding(added.name(), added.conditions(), added.before(), profile));
    }

    private static NewSegment newSegment(Details details, SegmentForm form, Proposal now) {
        int last = now.segments().getLast().id();
        int before = typed(form.before()).matches("[0-9]{1,9}") ? Integer.parseInt(typed(form.before())) : last;
        return new NewSegment(details.name(), details.conditions(), before);
    }

    private String page(Proposal now, @Nullable Segment segment, SegmentForm form, Fields fields, Model model) {
        List<Segment> all = now.segments();
        model.addAttribute("segment", segment);
        model.addAttribute("takesTheRest", segment != null && isLast(segment, now));
        model.addAttribute("accounts", segment == null ? 0 : sizes.all().getOrDefault(segment.id(), 0));
        model.addAttribute("segments", all);
        model.addAttribute(
                "before",
                typed(form.before()).isEmpty() ? Integer.toString(all.getLast().id()) : form.before());
        model.addAttribute("profiles", source.choices(all, form.profile()));
        model.addAttribute("form", form);
        model.addAttribute("errors", fields.errors());
        vocabulary.addTo(model);
        return "setup/segment";
    }

    private static boolean isLast(Segment segment, Proposal now) {
        return now.segments().getLast().id() == segment.id();
    }

    private Proposal proposal(long preview) {
        return previewing
                .withId(new PreviewId(preview))
                .map(Preview::proposal)
                .orElseThrow(SegmentController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
