package ews.dashboard.alerts;

import ews.dashboard.security.Viewer;
import ews.detection.alert.RuleRecords;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How precise the rules are, the noisiest first, and what would calm them. */
@Controller
class NoiseController {

    private static final int YEAR = 365;
    private static final List<Integer> SPANS = List.of(90, YEAR);

    private final RuleRecords records;

    NoiseController(RuleRecords records) {
        this.records = records;
    }

    /** @param days 90 or 365; anything else is 90 */
    @GetMapping("/alerts/noise")
    String noise(@RequestParam(defaultValue = "") String days, Viewer viewer, Model model) {
        int span = days.equals(Integer.toString(YEAR)) ? YEAR : SPANS.getFirst();
        model.addAttribute("spans", SPANS);
        model.addAttribute("span", span);
        model.addAttribute(
                "rules", records.ofLast(span).stream().map(NoiseRow::of).toList());
        model.addAttribute("admin", viewer.isAdmin());
        return "alerts/noise";
    }
}
