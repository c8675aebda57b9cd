package ews.dashboard.alerts;

import ews.dashboard.plays.RunLine;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.dashboard.view.When;
import ews.dashboard.view.Whose;
import ews.detection.alert.Alert;
import ews.detection.alert.AlertDetail;
import ews.detection.alert.AlertFilter;
import ews.detection.alert.AlertLists;
import ews.detection.alert.AlertSelection;
import ews.detection.alert.Alerts;
import ews.detection.alert.CloseReason;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.alert.AlertId;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.run.Run;
import ews.plays.run.RunLists;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The inbox, the page of an alert, and what is done about it. */
@Controller
class AlertController {

    private static final int PAGE_SIZE = 50;

    private final AlertLists lists;
    private final Alerts alerts;
    private final Accounts accounts;
    private final Plays plays;
    private final RunLists runs;
    private final Whose.Reading whose;
    private final When when;
    private final OrganisationDays days;

    AlertController(
            AlertLists lists,
            Alerts alerts,
            Accounts accounts,
            Plays plays,
            RunLists runs,
            Whose.Reading whose,
            When when,
            OrganisationDays days) {
        this.lists = lists;
        this.alerts = alerts;
        this.accounts = accounts;
        this.plays = plays;
        this.runs = runs;
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
                        lists.counts(of.member()),
                        lists.page(
                                new AlertFilter(selection, null, of.member()),
                                after == null ? null : new AlertId(after),
                                PAGE_SIZE),
                        of,
                        alert -> viewer.mayChangeOf(alert.csm()),
                        when,
                        days));
        return "alerts/inbox";
    }

    @GetMapping("/alerts/{id:\\d+}")
    String page(@PathVariable long id, Viewer viewer, Model model) {
        AlertDetail detail =
                lists.detail(new AlertId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Alert alert = detail.alert();
        model.addAttribute("detail", detail);
        model.addAttribute(
                "ofSample",
                accounts.withId(alert.account()).map(Account::sample).orElse(false));
        model.addAttribute("snoozed", alert.isSnoozed(days.today()));
        model.addAttribute(
                "changes", viewer.mayChangeOf(alert.csm()) && !alert.status().isEnded());
        model.addAttribute("reasons", CloseReason.choices());
        model.addAttribute("tomorrow", days.today().plusDays(1));
        model.addAttribute("nextWeek", days.today().plusDays(7));
        model.addAttribute(
                "run",
                runs.ofAlert(alert.account(), alert.id())
                        .map((Run run) -> RunLine.of(run, when))
                        .orElse(null));
        model.addAttribute(
                "play",
                alert.play() == null
                        ? null
                        : plays.withKey(alert.play()).filter(Play::enabled).orElse(null));
        return "alerts/alert";
    }

    @PostMapping("/alerts/{id:\\d+}/acknowledge")
    String acknowledge(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String back,
            Viewer viewer,
            RedirectAttributes once) {
        Alert alert = changeable(id, viewer);
        return new Answer(back.matches("/alerts\\?[^\\s\\\\]*") ? back : pageOf(id), once).after(() -> {
            alerts.acknowledge(alert.id(), viewer.actor());
            return "Acknowledged: %s.".formatted(alert.title());
        });
    }

    @PostMapping("/alerts/{id:\\d+}/snooze")
    String snooze(@PathVariable long id, @RequestParam LocalDate until, Viewer viewer, RedirectAttributes once) {
        Alert alert = changeable(id, viewer);
        return new Answer(pageOf(id), once).after(() -> {
            alerts.snooze(alert.id(), until, viewer.actor());
            return "Snoozed until %s.".formatted(When.day(until));
        });
    }

    @PostMapping("/alerts/{id:\\d+}/wake")
    String wake(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        Alert alert = changeable(id, viewer);
        return new Answer(pageOf(id), once).after(() -> {
            alerts.wake(alert.id(), viewer.actor());
            return "It is back in the inbox.";
        });
    }

    @PostMapping("/alerts/{id:\\d+}/close")
    String close(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String note,
            Viewer viewer,
            RedirectAttributes once) {
        Alert alert = changeable(id, viewer);
        return new Answer(pageOf(id), once).after(() -> {
            alerts.close(alert.id(), CloseReason.choice(reason), note, viewer.actor());
            return "Closed.";
        });
    }

    private Alert changeable(long id, Viewer viewer) {
        Alert alert =
                lists.withId(new AlertId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!viewer.mayChangeOf(alert.csm())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return alert;
    }

    private static String pageOf(long id) {
        return "/alerts/" + id;
    }
}
