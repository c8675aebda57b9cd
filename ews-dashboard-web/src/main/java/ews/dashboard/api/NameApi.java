package ews.dashboard.api;

import ews.dashboard.operation.Background;
import ews.domain.audit.Actor;
import ews.sensors.fact.NameReplays;
import ews.sensors.naming.CountsAs;
import ews.sensors.naming.EventNames;
import ews.sensors.naming.NameCount;
import ews.sensors.naming.NameRule;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.Sources;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the events of a source are called, and what they count as. A source is known by its name. */
@RestController
@RequestMapping("/v1/sources/{source}/names")
class NameApi {

    private final Sources sources;
    private final EventNames names;
    private final NameReplays replays;
    private final Background background;

    NameApi(Sources sources, EventNames names, NameReplays replays, Background background) {
        this.sources = sources;
        this.names = names;
        this.replays = replays;
        this.background = background;
    }

    /** @param events received in the last 30 days */
    record NameView(
            String name,
            long events,
            Instant lastReceived,
            @Nullable RuleOfName rule) {

        static NameView of(NameCount it) {
            return new NameView(
                    it.name(), it.events(), it.lastReceived(), it.rule() == null ? null : RuleOfName.of(it.rule()));
        }
    }

    record RuleOfName(
            String pattern,
            String countsAs,
            @Nullable String feature,
            @Nullable String goal,
            @Nullable String valueFrom) {

        static RuleOfName of(NameRule it) {
            return new RuleOfName(it.pattern(), it.as().code(), it.feature(), it.goal(), it.valueFrom());
        }
    }

    /** @param changes of rules that do not hold for stored events yet */
    record NameList(List<NameView> items, List<RuleOfName> rules, int changes, boolean replaying) {}

    @GetMapping
    NameList all(@PathVariable String source, HttpServletRequest request) {
        new Parameters(request);
        Source of = existing(source);
        return new NameList(
                names.of(of.id(), "", false).stream().map(NameView::of).toList(),
                names.rules(of.id()).stream().map(RuleOfName::of).toList(),
                names.changes(of.id()),
                replays.of(of.id()).filter(NameReplays.Replay::isRunning).isPresent());
    }

    /** One rule; the same again changes nothing. */
    @PutMapping
    @Needs(Scope.CONFIGURE)
    NameList decide(@PathVariable String source, HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        Source of = existing(source);
        Body body = Body.of(request, "pattern", "countsAs", "feature", "goal", "valueFrom");
        return Problem.telling(() -> {
            var rule = new NameRule(
                    body.text("pattern"),
                    CountsAs.coded(body.text("countsAs")),
                    body.optionalText("feature").orElse(null),
                    body.optionalText("goal").orElse(null),
                    body.optionalText("valueFrom").orElse(null));
            names.decide(of.id(), List.of(rule), actor);
            return all(source, request);
        });
    }

    @DeleteMapping
    @Needs(Scope.CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String source, HttpServletRequest request, Actor actor) {
        String pattern = new Parameters(request, "pattern")
                .text("pattern")
                .orElseThrow(() -> Problem.badRequest("pattern: is missing; say which rule."));
        Source of = existing(source);
        if (names.rules(of.id()).stream().noneMatch(it -> it.pattern().equals(pattern))) {
            throw Problem.notFound("There is no rule of \"%s\".".formatted(pattern));
        }
        names.forget(of.id(), List.of(pattern), actor);
    }

    /** Reads the stored events with the rules of now, in the background. */
    @PostMapping("/replay")
    @Needs(Scope.CONFIGURE)
    ResponseEntity<Void> replay(@PathVariable String source, HttpServletRequest request, Actor actor) {
        new Parameters(request);
        replays.begin(existing(source).id(), actor);
        background.names();
        return ResponseEntity.accepted().build();
    }

    private Source existing(String name) {
        return sources.all().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no source \"%s\".".formatted(name)));
    }
}
