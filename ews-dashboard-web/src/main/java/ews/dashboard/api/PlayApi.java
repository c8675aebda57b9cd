package ews.dashboard.api;

import ews.dashboard.api.PlayView.VersionView;
import ews.domain.audit.Actor;
import ews.plays.play.Play;
import ews.plays.play.PlayDocument;
import ews.plays.play.Plays;
import ews.sensors.source.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What plays say, in all of their versions. */
@RestController
@RequestMapping("/v1/plays")
class PlayApi {

    private static final String PLAY = "play";

    private final Plays plays;

    PlayApi(Plays plays) {
        this.plays = plays;
    }

    @GetMapping
    Page<PlayView> plays(HttpServletRequest request) {
        new Parameters(request);
        return new Page<>(plays.all().stream().map(PlayView::of).toList(), null);
    }

    @GetMapping("/{play}")
    ResponseEntity<PlayView> play(@PathVariable String play, HttpServletRequest request) {
        new Parameters(request);
        return answer(HttpStatus.OK, existing(plays, play));
    }

    private static ResponseEntity<PlayView> answer(HttpStatus status, Play play) {
        return ResponseEntity.status(status).eTag(Revision.tag(play.version())).body(PlayView.of(play));
    }

    /** Newest first. */
    @GetMapping("/{play}/versions")
    Page<VersionView> versions(@PathVariable String play, HttpServletRequest request) {
        new Parameters(request);
        return new Page<>(VersionView.of(plays.versions(existing(plays, play).key())), null);
    }

    /** A new one is on, as one that somebody writes in the browser. */
    @PutMapping("/{play}")
    @Needs(Scope.CONFIGURE)
    ResponseEntity<PlayView> put(@PathVariable String play, HttpServletRequest request, Actor actor)
            throws IOException {
        new Parameters(request);
        Body body = Body.of(request, "reason", PLAY);
        Play wanted = PlayDocument.read(play, body.node().path(PLAY), PLAY);
        String reason = body.text("reason").strip();
        if (reason.isEmpty()) {
            throw Problem.badRequest("reason: say in a few words why.");
        }
        Optional<Play> before = plays.withKey(play);
        int version = before.map(Play::version).orElse(0);
        Revision.known(request)
                .filter(it -> !it.equals(Integer.toString(version)))
                .ifPresent(it -> {
                    throw Problem.changedMeanwhile(
                            before.isEmpty()
                                    ? "There is no play with the key \"%s\".".formatted(play)
                                    : "The play is at version %d, no longer at %s: somebody has changed it meanwhile."
                                            .formatted(version, it));
                });
        Play edited = wanted.asVersion(version, before.map(Play::enabled).orElse(true));
        return Problem.telling(
                () -> answer(before.isEmpty() ? HttpStatus.CREATED : HttpStatus.OK, plays.save(edited, reason, actor)));
    }

    static Play existing(Plays plays, String key) {
        return plays.withKey(key)
                .orElseThrow(() -> Problem.notFound("There is no play with the key \"%s\".".formatted(key)));
    }
}
