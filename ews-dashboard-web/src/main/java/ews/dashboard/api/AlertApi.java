package ews.dashboard.api;

import ews.domain.account.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AlertApi {

    private final AlertList alerts;
    private final Accounts accounts;

    AlertApi(AlertList alerts, Accounts accounts) {
        this.alerts = alerts;
        this.accounts = accounts;
    }

    @GetMapping("/v1/alerts")
    Page<AlertList.Item> alerts(HttpServletRequest request) {
        var parameters = new Parameters(request, "status", "account", "cursor", "limit");
        return alerts.page(
                parameters.oneOf("status", AlertList.STATUSES).orElse(null),
                parameters.account(accounts).orElse(null),
                parameters.cursor(1).orElse(null),
                parameters.limit());
    }
}
