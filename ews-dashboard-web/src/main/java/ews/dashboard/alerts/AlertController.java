package ews.dashboard.alerts;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.dashboard.view.When;
import ews.detection.alert.Alert;
import ews.detection.alert.AlertLists;
import ews.detection.alert.Alerts;
import ews.detection.alert.CloseReason;
import ews.detection.alert.Undo;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.alert.AlertId;
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

/** The page of an alert, and what is done about it. */
@Controller
class AlertController {

    private final AlertPages pages;
    private final AlertLists lists;
    private final Alerts alerts;
    private final Accounts accounts;

    AlertController(AlertPages pages, AlertLists lists, Alerts alerts, Accounts accounts) {
        this.pages = pages;
        this.lists = lists;
        this.alerts = alerts;
        this.accounts = accounts;
    }

    @GetMapping("/alerts/{id:\\d+}")
    String page(@PathVariable long id, Viewer viewer, Model model) {
        AlertView page =
                pages.of(new AlertId(id), viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("page", page);
        model.addAttribute("reasons", CloseReason.choices());
        model.addAttribute(
                "ofSample",
                accounts.withId(page.detail().alert().account())
                        .map(Account::sample)
                        .orElse(false));
        return "alerts/alert";
    }

    @PostMapping("/alerts/{id:\\d+}/acknowledge")
    String acknowledge(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String back,
            Viewer viewer,
            RedirectAttributes once) {
        Alert alert = changeable(id, viewer);
        String page = back.isEmpty() ? pageOf(id) : TriageController.backTo(back);
        return new Answer(page, once).after(() -> {
            offer(alerts.acknowledge(alert.id(), viewer.actor()), page, once);
            return "Acknowledged: %s.".formatted(alert.title());
        });
    }

    /** @param worse any value if it is to come back before the day when it gets worse */
    @PostMapping("/alerts/{id:\\d+}/snooze")
    String snooze(
            @PathVariable long id,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable String worse,
            Viewer viewer,
            RedirectAttributes once) {
        Alert alert = changeable(id, viewer);
        return new Answer(pageOf(id), once).after(() -> {
            offer(alerts.snooze(alert.id(), until, worse != null, viewer.actor()), pageOf(id), once);
            return "Snoozed until %s.".formatted(When.day(until));
        });
    }

    @PostMapping("/alerts/{id:\\d+}/wake")
    String wake(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        Alert alert = changeable(id, viewer);
        return new Answer(pageOf(id), once).after(() -> {
            offer(alerts.wake(alert.id(), viewer.actor()), pageOf(id), once);
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
            offer(alerts.close(alert.id(), CloseReason.choice(reason), note, viewer.actor()), pageOf(id), once);
            return "Closed.";
        });
    }

    private static void offer(Undo undo, String back, RedirectAttributes once) {
        once.addFlashAttribute(UndoForm.NAME, UndoForm.of(undo, back));
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
