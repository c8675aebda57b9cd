package ews.dashboard.api;

import ews.detection.dryrun.Findings.Match;
import ews.detection.dryrun.MatchPage;
import ews.detection.dryrun.Matching;
import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** For which accounts a rule holds now, whether it is on or off. */
@RestController
class MatchingApi {

    private final Rules rules;
    private final Matching matching;
    private final Accounts accounts;
    private final AccountKeys keys;

    MatchingApi(Rules rules, Matching matching, Accounts accounts, AccountKeys keys) {
        this.rules = rules;
        this.matching = matching;
        this.accounts = accounts;
        this.keys = keys;
    }

    /** An account that it holds for, and how its alert would read. */
    record MatchView(String account, String accountName, String title) {}

    /**
     * Those of the accounts that were looked at.
     *
     * @param looked how many were
     * @param undecided how many of them have too little data to say
     * @param next the cursor to go on with; {@code null} when all have been looked at
     */
    record MatchPageView(
            List<MatchView> items,
            int looked,
            int undecided,
            @Nullable String next) {}

    @GetMapping("/v1/rules/{rule}/matching")
    MatchPageView matching(@PathVariable String rule, HttpServletRequest request) {
        var parameters = new Parameters(request, "cursor");
        Rule existing = RuleApi.existing(rules, rule);
        long after = parameters.cursor(1).map(it -> it.number(0)).orElse(Long.MIN_VALUE);
        MatchPage page = matching.page(existing.definition(), after);
        return new MatchPageView(
                views(page.matches()),
                page.looked(),
                page.undecided(),
                page.next() == null ? null : Cursor.after(page.next()).text());
    }

    /** Accounts that were erased since are left out. */
    private List<MatchView> views(List<Match> matches) {
        List<AccountId> ids = matches.stream().map(Match::account).toList();
        Map<AccountId, String> known = keys.of(ids);
        Map<AccountId, String> names = accounts.names(ids);
        return matches.stream()
                .filter(it -> known.containsKey(it.account()))
                .map(it -> new MatchView(
                        known.getOrDefault(it.account(), ""), names.getOrDefault(it.account(), ""), it.title()))
                .toList();
    }
}
