package ews.dashboard.api;

import ews.detection.dryrun.DryRun;
import ews.detection.dryrun.DryRunId;
import ews.detection.dryrun.DryRunning;
import ews.detection.dryrun.Findings;
import ews.detection.rule.Rule;
import ews.detection.rule.RuleDefinition;
import ews.detection.rule.Rules;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What rules would have raised in the past, whether they are there or only thought of. Changes nothing, so a key that may
 * read is enough: a pull request need not hold one that may configure.
 */
@RestController
class DryRunApi {

    private final DryRunning dryRunning;
    private final Rules rules;
    private final RuleReading reading;
    private final AccountKeys keys;

    DryRunApi(DryRunning dryRunning, Rules rules, RuleReading reading, AccountKeys keys) {
        this.dryRunning = dryRunning;
        this.rules = rules;
        this.reading = reading;
        this.keys = keys;
    }

    /** Of a rule as it is. It is computed in the background; how far it is, is at the address in {@code Location}. */
    @PostMapping("/v1/rules/{rule}/dry-runs")
    ResponseEntity<Void> start(@PathVariable String rule, HttpServletRequest request, Actor actor) {
        new Parameters(request);
        Rule existing = RuleApi.existing(rules, rule);
        return begun(dryRunning.start(existing.key(), existing.definition(), actor));
    }

    /** Of a rule that may come, or may become of another one. */
    @PostMapping("/v1/dry-runs")
    ResponseEntity<Void> start(HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        Body body = Body.of(request, "key", RuleReading.RULE);
        RuleDefinition definition = reading.rule(body);
        String key = body.optionalText("key")
                .map(it -> RuleApi.existing(rules, it).key())
                .orElse(null);
        return begun(dryRunning.start(key, definition, actor));
    }

    private static ResponseEntity<Void> begun(DryRunId id) {
        return ResponseEntity.accepted()
                .location(URI.create("/v1/dry-runs/" + id))
                .build();
    }

    @GetMapping("/v1/dry-runs/{dryRun}")
    DryRunView dryRun(@PathVariable String dryRun, HttpServletRequest request) {
        new Parameters(request);
        DryRun found = (dryRun.matches("[0-9]{1,18}")
                        ? dryRunning.withId(new DryRunId(Long.parseLong(dryRun)))
                        : Optional.<DryRun>empty())
                .orElseThrow(() -> Problem.notFound("There is no such dry run; they are kept for 30 days."));
        return DryRunView.of(found, keysOf(found.findings()));
    }

    private Map<AccountId, String> keysOf(@Nullable Findings found) {
        return found == null
                ? Map.of()
                : keys.of(Stream.concat(
                                found.matches().stream().map(Findings.Match::account),
                                found.raised().stream().map(Findings.Raised::account))
                        .collect(Collectors.toSet()));
    }
}
