package ews.dashboard.api;

import ews.detection.dryrun.SwitchingOn;
import ews.detection.rule.Rule;
import ews.detection.rule.Rules;
import ews.domain.audit.Actor;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Switches rules on and off; what is so already stays so. */
@RestController
class RuleSwitchApi {

    private final Rules rules;
    private final SwitchingOn switching;
    private final RuleReading reading;

    RuleSwitchApi(Rules rules, SwitchingOn switching, RuleReading reading) {
        this.rules = rules;
        this.switching = switching;
        this.reading = reading;
    }

    /** The caller says what becomes of accounts that the condition holds for already: it makes a great difference. */
    @PostMapping("/v1/rules/{rule}/on")
    @Needs(Scope.CONFIGURE)
    RuleView on(@PathVariable String rule, HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        Rule existing = RuleApi.existing(rules, rule);
        String accounts = Body.of(request, "accounts").text("accounts");
        if (!List.of("all", "new").contains(accounts)) {
            throw Problem.badRequest("accounts: must be all (accounts that it holds for now raise an alert each)"
                    + " or new (they raise none until the condition was gone once).");
        }
        switching.on(existing.key(), accounts.equals("new"), actor);
        return now(existing);
    }

    @PostMapping("/v1/rules/{rule}/off")
    @Needs(Scope.CONFIGURE)
    RuleView off(@PathVariable String rule, HttpServletRequest request, Actor actor) {
        new Parameters(request);
        Rule existing = RuleApi.existing(rules, rule);
        switching.off(existing.key(), actor);
        return now(existing);
    }

    private RuleView now(Rule rule) {
        return RuleView.of(RuleApi.existing(rules, rule.key()), reading.segmentNames());
    }
}
