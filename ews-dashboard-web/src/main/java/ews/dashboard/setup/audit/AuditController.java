package ews.dashboard.setup.audit;

import ews.dashboard.setup.audit.AuditEntries.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AuditController {

    private static final int PAGE = 50;

    private final AuditEntries entries;

    AuditController(AuditEntries entries) {
        this.entries = entries;
    }

    /** @param before the id of the last entry of the page before */
    @GetMapping("/setup/audit")
    String audit(@RequestParam(required = false) @Nullable Long before, Model model) {
        List<Entry> rows = entries.before(before, PAGE + 1);
        List<Entry> shown = rows.subList(0, Math.min(PAGE, rows.size()));
        model.addAttribute("entries", shown);
        model.addAttribute("older", rows.size() > PAGE ? shown.getLast().id() : null);
        model.addAttribute("newest", before == null);
        return "setup/audit";
    }
}
