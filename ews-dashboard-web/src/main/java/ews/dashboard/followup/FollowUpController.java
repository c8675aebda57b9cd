package ews.dashboard.followup;

import ews.detection.alert.UnattendedAlerts;
import ews.plays.followup.Auditor;
import ews.plays.followup.EscalationPolicies;
import ews.plays.followup.GapKind;
import ews.plays.followup.OverdueLists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows managers what nobody follows up, at the moment when they look. */
@Controller
class FollowUpController {

    /** How many of each kind are shown; who has more to do than that sees the others when these are done. */
    private static final int SHOWN = 20;

    private final Auditor auditor;
    private final UnattendedAlerts alerts;
    private final OverdueLists overdue;
    private final EscalationPolicies policies;

    FollowUpController(Auditor auditor, UnattendedAlerts alerts, OverdueLists overdue, EscalationPolicies policies) {
        this.auditor = auditor;
        this.alerts = alerts;
        this.overdue = overdue;
        this.policies = policies;
    }

    @GetMapping("/follow-up")
    String followUp(Model model) {
        model.addAttribute("policy", policies.current());
        model.addAttribute("gaps", gaps());
        model.addAttribute("overdue", overdue.byMember());
        model.addAttribute("escalated", overdue.escalated(SHOWN));
        model.addAttribute("allEscalated", overdue.countEscalated());
        return "followup/follow-up";
    }

    private List<GapList> gaps() {
        var gaps = new ArrayList<GapList>();
        LocalDate since = policies.alertsSince();
        long waiting = alerts.count(since);
        if (waiting > 0) {
            gaps.add(new GapList(
                    "Alerts that nobody has dealt with",
                    waiting,
                    alerts.first(since, SHOWN).stream().map(GapLine::of).toList()));
        }
        for (GapKind kind : GapKind.values()) {
            long total = auditor.count(kind);
            if (total > 0) {
                gaps.add(new GapList(
                        kind.label(),
                        total,
                        auditor.first(kind, SHOWN).stream().map(GapLine::of).toList()));
            }
        }
        return gaps;
    }
}
