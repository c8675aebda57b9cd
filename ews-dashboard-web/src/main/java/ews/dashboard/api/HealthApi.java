package ews.dashboard.api;

import ews.detection.scoring.Health;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.time.OrganisationDays;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HealthApi {

    private final Health health;
    private final Accounts accounts;
    private final OrganisationDays days;

    HealthApi(Health health, Accounts accounts, OrganisationDays days) {
        this.health = health;
        this.accounts = accounts;
        this.days = days;
    }

    @GetMapping("/v1/accounts/{account}/health")
    HealthView health(@PathVariable String account, HttpServletRequest request) {
        LocalDate today = days.today();
        LocalDate asOf = new Parameters(request, "asOf").day("asOf").orElse(today);
        if (asOf.isAfter(today)) {
            throw Problem.badRequest("asOf must not be after today, %s; got %s.".formatted(today, asOf));
        }
        Account known = accounts.withKey(account).orElseThrow(() -> Problem.noAccount(account));
        return health.of(known.id(), asOf)
                .map(it -> HealthView.of(known, asOf, it))
                .orElseThrow(() -> Problem.noAccount(account));
    }
}
