package ews.dashboard.api;

import ews.domain.account.Account;
import ews.domain.account.Accounts;
import ews.domain.audit.Actor;
import ews.domain.play.RunId;
import ews.plays.Written;
import ews.plays.entry.Entrances;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Starts plays on accounts. */
@RestController
class RunStartApi {

    private final Plays plays;
    private final Accounts accounts;
    private final Entrances entrances;
    private final RunList runs;
    private final OnBehalf onBehalf;

    RunStartApi(Plays plays, Accounts accounts, Entrances entrances, RunList runs, OnBehalf onBehalf) {
        this.plays = plays;
        this.accounts = accounts;
        this.entrances = entrances;
        this.runs = runs;
        this.onBehalf = onBehalf;
    }

    /** A second request finds the run of the first one, and starts none. */
    @PostMapping("/v1/plays/{play}/runs")
    @Needs(Scope.CONFIGURE)
    ResponseEntity<RunList.Item> start(@PathVariable String play, HttpServletRequest request, Actor actor)
            throws IOException {
        new Parameters(request);
        Play existing = PlayApi.existing(plays, play);
        Body body = Body.of(request, "account", "reason", "by");
        String key = body.text("account");
        Account account = accounts.withKey(key).orElseThrow(() -> Problem.noAccount(key));
        String reason = body.optionalText("reason", Written.TEXT).orElse("");
        Actor starter = onBehalf.of(body, actor);
        RunId run = Problem.telling(
                () -> entrances.start(account.id(), existing, reason, starter).id(), Problem::conflict);
        return ResponseEntity.created(URI.create("/v1/runs/" + run))
                .body(runs.withId(run.value()).orElseThrow());
    }
}
