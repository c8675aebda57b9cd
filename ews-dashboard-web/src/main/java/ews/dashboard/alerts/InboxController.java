package ews.dashboard.alerts;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.SourceNotices;
import ews.dashboard.view.When;
import ews.dashboard.view.Whose;
import ews.detection.alert.AlertCounts;
import ews.detection.alert.AlertFilter;
import ews.detection.alert.AlertLists;
import ews.detection.alert.AlertSelection;
import ews.detection.alert.CloseReason;
import ews.detection.alert.Delays;
import ews.detection.inbox.InboxPolicies;
import ews.domain.alert.AlertId;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox. */
@Controller
class InboxController {

    static final int PAGE_SIZE = 50;

    private final AlertLists lists;
    private final AlertCounts counts;
    private final Delays delays;
    private final Plays plays;
    private final InboxPolicies policies;
    private final SourceNotices notices;
    private final Whose.Reading whose;
    private final When when;
    private final OrganisationDays days;

    InboxController(
            AlertLists lists,
            AlertCounts counts,
            Delays delays,
            Plays plays,
            InboxPolicies policies,
            SourceNotices notices,
            Whose.Reading whose,
            When when,
            OrganisationDays days) {
        this.lists = lists;
        this.counts = counts;
        this.delays = delays;
        this.plays = plays;
        this.policies = policies;
        this.notices = notices;
        this.whose = whose;
        this.when = when;
        this.days = days;
    }

    @GetMapping("/alerts")
    String inbox(
            @RequestParam(defaultValue = "new") String tab,
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable Long after,
            Viewer viewer,
            Model model) {
        AlertSelection selection = Inbox.TABS.stream()
                .filter(it -> it.code().equals(tab))
                .findFirst()
                .orElse(AlertSelection.NEW);
        Whose of = whose.of(member, viewer, viewer.leads() ? "all" : "me");
        model.addAttribute("whose", of);
        model.addAttribute(
                "inbox",
                Inbox.of(
                        selection,
                        counts.ofAll(of.member()),
                        lists.page(
                                new AlertFilter(selection, null, of.member()),
                                after == null ? null : new AlertId(after),
                                PAGE_SIZE),
                        of,
                        alert -> viewer.mayChangeOf(alert.csm()),
                        when,
                        days));
        model.addAttribute(
                "policy",
                PolicyWords.of(selection, policies.current(), days.now().atZone(days.zone())));
        model.addAttribute("notices", notices.all());
        model.addAttribute("latency", delays.lately().map(DelayWords::of).orElse(null));
        model.addAttribute("choices", Choices.of(days.today()));
        model.addAttribute("plays", plays.all().stream().filter(Play::enabled).toList());
        model.addAttribute("reasons", CloseReason.choices());
        return "alerts/inbox";
    }
}
