package ews.dashboard.api;

import ews.domain.audit.Actor;
import ews.plays.Written;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.run.Withdrawal;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Switches plays on and off; what is so already stays so. */
@RestController
class PlaySwitchApi {

    private final Plays plays;
    private final Withdrawal withdrawal;

    PlaySwitchApi(Plays plays, Withdrawal withdrawal) {
        this.plays = plays;
        this.withdrawal = withdrawal;
    }

    @PostMapping("/v1/plays/{play}/on")
    @Needs(Scope.CONFIGURE)
    PlayView on(@PathVariable String play, HttpServletRequest request, Actor actor) {
        new Parameters(request);
        Play existing = PlayApi.existing(plays, play);
        plays.enable(existing.key(), actor);
        return now(existing);
    }

    /** Its runs go on, unless they are to be given up, for a reason. */
    @PostMapping("/v1/plays/{play}/off")
    @Needs(Scope.CONFIGURE)
    PlayView off(@PathVariable String play, HttpServletRequest request, Actor actor) throws IOException {
        new Parameters(request);
        Play existing = PlayApi.existing(plays, play);
        Body body = Body.orNothing(request, "cancelRuns", "reason");
        String reason = body.optionalText("reason", Written.TEXT).orElse("");
        if (body.truth("cancelRuns")) {
            Problem.telling(() -> withdrawal.withdraw(existing.key(), reason, actor), Problem::conflict);
        } else {
            plays.disable(existing.key(), actor);
        }
        return now(existing);
    }

    private PlayView now(Play play) {
        return PlayView.of(PlayApi.existing(plays, play.key()));
    }
}
