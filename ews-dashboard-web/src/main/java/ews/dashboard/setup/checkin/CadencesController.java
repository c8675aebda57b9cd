package ews.dashboard.setup.checkin;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.detection.segment.Segments;
import ews.domain.segment.Segment;
import ews.plays.checkin.Cadences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cadence of each segment: all of them in one form, in which an empty field means no check-ins. */
@Controller
@RequestMapping("/setup/check-ins")
class CadencesController {

    private final Segments segments;
    private final Cadences cadences;
    private final TransactionOperations transactions;

    CadencesController(Segments segments, Cadences cadences, TransactionOperations transactions) {
        this.segments = segments;
        this.cadences = cadences;
        this.transactions = transactions;
    }

    /**
     * A field of the form.
     *
     * @param days as typed
     */
    record Row(String field, String segment, String days) {}

    @GetMapping
    String all(Model model) {
        List<Row> rows = segments.all().stream()
                .map(segment -> new Row(
                        field(segment),
                        segment.name(),
                        cadences.ofSegment(segment.id()).map(String::valueOf).orElse("")))
                .toList();
        return show(rows, new Fields(), model);
    }

    /** Nothing is changed as long as one of the fields is wrong; segments without a field stay as they are. */
    @PostMapping
    String change(@RequestParam Map<String, String> sent, Viewer viewer, Model model, RedirectAttributes once) {
        var fields = new Fields();
        Map<Segment, OptionalInt> read = new LinkedHashMap<>();
        for (Segment segment : segments.all()) {
            String days = sent.get(field(segment));
            if (days != null) {
                read.put(segment, typed(days).isEmpty() ? OptionalInt.empty() : days(fields, field(segment), days));
            }
        }
        if (!fields.areRight()) {
            List<Row> rows = read.keySet().stream()
                    .map(it -> new Row(field(it), it.name(), sent.getOrDefault(field(it), "")))
                    .toList();
            return show(rows, fields, model);
        }
        transactions.executeWithoutResult(_ -> read.forEach((segment, days) -> cadences.changeSegment(
                segment.id(), segment.name(), days.isPresent() ? (Integer) days.getAsInt() : null, viewer.actor())));
        once.addFlashAttribute("message", "Saved. The days on which check-ins are due follow at once.");
        return "redirect:/setup/check-ins";
    }

    private static OptionalInt days(Fields fields, String field, String days) {
        return fields.whole(field, typed(days), Cadences.SHORTEST, Cadences.LONGEST);
    }

    private static String field(Segment segment) {
        return "segment-" + segment.id();
    }

    private static String show(List<Row> rows, Fields fields, Model model) {
        model.addAttribute("rows", rows);
        model.addAttribute("errors", fields.errors());
        model.addAttribute("shortest", Cadences.SHORTEST);
        model.addAttribute("longest", Cadences.LONGEST);
        return "setup/check-ins";
    }
}
