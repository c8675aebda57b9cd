package ews.dashboard.plays;

import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.plays.entry.FailedStarts;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tries starts again that failed, and dismisses them. */
@Controller
class FailedStartController {

    private final FailedStarts starts;
    private final Plays plays;

    FailedStartController(FailedStarts starts, Plays plays) {
        this.starts = starts;
        this.plays = plays;
    }

    @PostMapping("/plays/{key}/failed-starts/{id}/again")
    String again(@PathVariable String key, @PathVariable long id, Viewer viewer, RedirectAttributes once) {
        Play play = existing(key);
        return new Answer("/plays/" + key, once).after(() -> {
            starts.tryAgain(play, id, viewer.actor());
            return "It is tried again within moments. If it fails once more, it comes back here.";
        });
    }

    @PostMapping("/plays/{key}/failed-starts/{id}/dismissal")
    String dismiss(@PathVariable String key, @PathVariable long id, Viewer viewer, RedirectAttributes once) {
        Play play = existing(key);
        return new Answer("/plays/" + key, once).after(() -> {
            starts.dismiss(play, id, viewer.actor());
            return "Dismissed: the play does not start for it. It can still be started by hand.";
        });
    }

    private Play existing(String key) {
        return plays.withKey(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
