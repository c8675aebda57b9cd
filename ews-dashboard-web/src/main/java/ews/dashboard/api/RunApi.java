package ews.dashboard.api;

import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.play.Outcome;
import ews.domain.play.RunId;
import ews.plays.Written;
import ews.plays.play.Plays;
import ews.plays.run.RunEndings;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Runs of plays, and how they end. Only a member can tell an outcome, so whoever finishes a run says which. */
@RestController
class RunApi {

    private final RunList runs;
    private final RunEndings endings;
    private final Accounts accounts;
    private final Plays plays;
    private final OnBehalf onBehalf;

    RunApi(RunList runs, RunEndings endings, Accounts accounts, Plays plays, OnBehalf onBehalf) {
        this.runs = runs;
        this.endings = endings;
        this.accounts = accounts;
        this.plays = plays;
        this.onBehalf = onBehalf;
    }

    @GetMapping("/v1/runs")
    Page<RunList.Item> runs(HttpServletRequest request) {
        var parameters = new Parameters(request, "state", "play", "account", "cursor", "limit");
        Optional<String> play = parameters.text("play");
        play.filter(key -> plays.withKey(key).isEmpty()).ifPresent(key -> {
            throw Problem.notFound("There is no play with the key \"%s\".".formatted(key));
        });
        return runs.page(
                parameters.oneOf("state", RunList.STATES).orElse(null),
                play.orElse(null),
                parameters.account(accounts).orElse(null),
                parameters.cursor(1).orElse(null),
                parameters.limit());
    }

    @GetMapping("/v1/runs/{run}")
    RunList.Item run(@PathVariable String run, HttpServletRequest request) {
        new Parameters(request);
        return existing(run);
    }

    @PostMapping("/v1/runs/{run}/finish")
    @Needs(Scope.CONFIGURE)
    RunList.Item finish(@PathVariable String run, HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        Body body = Body.of(request, "outcome", "note", "by", "skipReason");
        String outcome = body.text("outcome");
        String note = body.optionalText("note", Written.TEXT).orElse("");
        Optional<String> skipReason = body.optionalText("skipReason", Written.TEXT);
        return change(run, id -> {
            Actor member = onBehalf.ofMember(body, actor);
            if (skipReason.isPresent()) {
                endings.finishSkipping(id, skipReason.get(), Outcome.of(outcome), note, member);
            } else {
                endings.finish(id, Outcome.of(outcome), note, member);
            }
        });
    }

    @PostMapping("/v1/runs/{run}/cancel")
    @Needs(Scope.CONFIGURE)
    RunList.Item cancel(@PathVariable String run, HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        String reason =
                Body.of(request, "reason").optionalText("reason", Written.TEXT).orElse("");
        return change(run, id -> endings.cancel(id, reason, actor));
    }

    private RunList.Item change(String run, Consumer<RunId> command) {
        var id = new RunId(existing(run).id());
        return Problem.telling(
                () -> {
                    command.accept(id);
                    return existing(run);
                },
                Problem::conflict);
    }

    private RunList.Item existing(String run) {
        return (run.matches("[0-9]{1,18}") ? runs.withId(Long.parseLong(run)) : Optional.<RunList.Item>empty())
                .orElseThrow(() -> Problem.notFound("There is no run with the id \"%s\".".formatted(run)));
    }
}
