package ews.dashboard.api;

import ews.detection.scoring.Health;
import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.time.OrganisationDays;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** The second address carries keys that do not fit into a path. */
    @GetMapping({"/v1/accounts/{account}/health", "/v1/health"})
    HealthView health(
            @PathVariable(name = "account", required = false) @Nullable String inPath, HttpServletRequest request) {
        LocalDate today = days.today();
        var parameters = inPath == null
                ? new Parameters(request, "account", "asOf", "since", "explain")
                : new Parameters(request, "asOf", "since", "explain");
        LocalDate asOf = parameters.past(today);
        LocalDate since = parameters.day("since").orElse(null);
        if (since != null && since.isAfter(asOf)) {
            throw Problem.badRequest(
                    "since must not be after the day that is compared, %s; got %s.".formatted(asOf, since));
        }
        boolean explain = parameters
                .oneOf("explain", List.of("true", "false"))
                .filter("true"::equals)
                .isPresent();
        String account = parameters.accountKey(inPath);
        Account known = accounts.withKey(account).orElseThrow(() -> Problem.noAccount(account));
        return (since == null ? health.of(known.id(), asOf) : health.of(known.id(), asOf, since))
                .map(it -> HealthView.of(known, asOf, since, explain, it))
                .orElseThrow(() -> Problem.noAccount(account));
    }
}
