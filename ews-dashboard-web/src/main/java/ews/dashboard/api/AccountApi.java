package ews.dashboard.api;

import ews.domain.member.Members;
import ews.domain.score.Band;
import ews.domain.time.OrganisationDays;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountApi {

    private static final List<String> BANDS =
            Arrays.stream(Band.values()).map(Band::code).toList();

    private final AccountList accounts;
    private final Members members;
    private final OrganisationDays days;

    AccountApi(AccountList accounts, Members members, OrganisationDays days) {
        this.days = days;
        this.accounts = accounts;
        this.members = members;
    }

    @GetMapping("/v1/accounts")
    Page<AccountList.Item> accounts(HttpServletRequest request) {
        var parameters =
                new Parameters(request, "cursor", "limit", "band", "segment", "csm", "q", "key", "archived", "asOf");
        var filter = new AccountList.Filter(
                parameters.oneOf("band", BANDS).orElse(null),
                parameters.oneOf("segment", accounts.segments()).orElse(null),
                parameters.member("csm", members).orElse(null),
                parameters.text("q").orElse(null),
                parameters.text("key").orElse(null),
                parameters
                        .oneOf("archived", List.of("true", "false"))
                        .orElse("false")
                        .equals("true"));
        LocalDate asOf = parameters.past(days.today());
        return accounts.page(
                filter,
                asOf.equals(days.today()) ? null : asOf,
                parameters.cursor(1).orElse(null),
                parameters.limit());
    }
}
