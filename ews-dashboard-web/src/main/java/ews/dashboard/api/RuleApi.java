package ews.dashboard.api;

import ews.dashboard.api.RuleView.VersionView;
import ews.detection.configuration.RuleChanges;
import ews.detection.configuration.RuleDocument;
import ews.detection.rule.Rule;
import ews.detection.rule.RuleDefinition;
import ews.detection.rule.RuleVersion;
import ews.detection.rule.Rules;
import ews.domain.audit.Actor;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What rules say, in all of their versions. */
@RestController
@RequestMapping("/v1/rules")
class RuleApi {

    private final Rules rules;
    private final RuleReading reading;

    RuleApi(Rules rules, RuleReading reading) {
        this.rules = rules;
        this.reading = reading;
    }

    @GetMapping
    Page<RuleView> rules(HttpServletRequest request) {
        new Parameters(request);
        UnaryOperator<String> names = reading.segmentNames();
        return new Page<>(rules.all().stream().map(it -> RuleView.of(it, names)).toList(), null);
    }

    @GetMapping("/{rule}")
    ResponseEntity<RuleView> rule(@PathVariable String rule, HttpServletRequest request) {
        new Parameters(request);
        return answer(HttpStatus.OK, existing(rules, rule));
    }

    private ResponseEntity<RuleView> answer(HttpStatus status, Rule rule) {
        return ResponseEntity.status(status)
                .eTag(Revision.tag(rule.version()))
                .body(RuleView.of(rule, reading.segmentNames()));
    }

    /** Newest first. */
    @GetMapping("/{rule}/versions")
    Page<VersionView> versions(@PathVariable String rule, HttpServletRequest request) {
        new Parameters(request);
        List<RuleVersion> newestFirst = rules.versions(existing(rules, rule).key());
        UnaryOperator<String> names = reading.segmentNames();
        return new Page<>(
                IntStream.range(0, newestFirst.size())
                        .mapToObj(i -> VersionView.of(newestFirst.get(i), changes(newestFirst, i, names), names))
                        .toList(),
                null);
    }

    private static List<String> changes(List<RuleVersion> newestFirst, int index, UnaryOperator<String> names) {
        return index + 1 == newestFirst.size()
                ? List.of()
                : RuleChanges.between(
                        newestFirst.get(index + 1).definition(),
                        newestFirst.get(index).definition(),
                        names);
    }

    /** A new one is off. */
    @PutMapping("/{rule}")
    @Needs(Scope.CONFIGURE)
    ResponseEntity<RuleView> put(@PathVariable String rule, HttpServletRequest request, Actor actor)
            throws IOException {
        new Parameters(request);
        if (!RuleDocument.isKey(rule)) {
            throw Problem.badRequest(
                    "A rule's key has 1 to 80 lowercase letters, digits, hyphens and underscores, and is no name of a page, like new.");
        }
        Body body = Body.of(request, "reason", RuleReading.RULE);
        RuleDefinition definition = reading.rule(body);
        String reason = body.text("reason").strip();
        if (reason.isEmpty()) {
            throw Problem.badRequest("reason: say in a few words why.");
        }
        Optional<String> known = Revision.known(request);
        Optional<Rule> before = rules.withKey(rule);
        int version = before.map(Rule::version).orElse(0);
        if (known.isPresent() && !known.get().equals(Integer.toString(version))) {
            throw Problem.changedMeanwhile(
                    before.isEmpty()
                            ? "There is no rule with the key \"%s\".".formatted(rule)
                            : "The rule is at version %d, no longer at %s: somebody has changed it meanwhile."
                                    .formatted(version, known.get()));
        }
        return Problem.telling(() -> before.isEmpty()
                ? answer(HttpStatus.CREATED, rules.create(rule, definition, reason, actor))
                : answer(HttpStatus.OK, rules.change(rule, version, definition, reason, actor)));
    }

    static Rule existing(Rules rules, String key) {
        return rules.withKey(key)
                .orElseThrow(() -> Problem.notFound("There is no rule with the key \"%s\".".formatted(key)));
    }
}
