package ews.dashboard.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ews.detection.alert.Alert;
import ews.detection.alert.AlertLists;
import ews.detection.alert.Rejudging;
import ews.domain.account.Accounts;
import ews.domain.alert.AlertId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AlertApi {

    private final AlertList alerts;
    private final AlertLists lists;
    private final Rejudging rejudging;
    private final Accounts accounts;

    AlertApi(AlertList alerts, AlertLists lists, Rejudging rejudging, Accounts accounts) {
        this.alerts = alerts;
        this.lists = lists;
        this.rejudging = rejudging;
        this.accounts = accounts;
    }

    /** What was found when it was raised, and beside it what is true now. */
    record PresentView(@JsonUnwrapped AlertView alert, AlertNow now) {}

    @GetMapping("/v1/alerts")
    Page<AlertView> alerts(HttpServletRequest request) {
        var parameters = new Parameters(request, "status", "account", "cursor", "limit");
        return alerts.page(
                parameters.oneOf("status", AlertList.STATUSES).orElse(null),
                parameters.account(accounts).orElse(null),
                parameters.cursor(1).orElse(null),
                parameters.limit());
    }

    @GetMapping("/v1/alerts/{alert}")
    PresentView alert(@PathVariable String alert, HttpServletRequest request) {
        new Parameters(request);
        AlertView view = existing(alerts, alert);
        Alert known = lists.withId(new AlertId(view.id())).orElseThrow(() -> noAlert(alert));
        return new PresentView(view, AlertNow.of(rejudging.now(known)));
    }

    static AlertView existing(AlertList alerts, String id) {
        return (id.matches("[0-9]{1,18}")
                        ? alerts.withId(new AlertId(Long.parseLong(id)))
                        : Optional.<AlertView>empty())
                .orElseThrow(() -> noAlert(id));
    }

    private static Problem noAlert(String id) {
        return Problem.notFound("There is no alert with the id \"%s\".".formatted(id));
    }
}
