package ews.dashboard.plays;

import ews.dashboard.view.When;
import ews.plays.run.RunLists;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Shows the library and each play with its latest runs. */
@Controller
class PlayController {

    private static final int LATEST_RUNS = 100;

    private final Library library;
    private final RunLists runs;
    private final When when;

    PlayController(Library library, RunLists runs, When when) {
        this.library = library;
        this.runs = runs;
        this.when = when;
    }

    @GetMapping("/plays")
    String library(Model model) {
        model.addAttribute("library", library.all());
        return "plays/library";
    }

    @GetMapping("/plays/{key}")
    String play(@PathVariable String key, Model model) {
        model.addAttribute(
                "entry", library.withKey(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute(
                "runs",
                runs.ofPlay(key, LATEST_RUNS).stream()
                        .map(run -> RunLine.of(run, when))
                        .toList());
        return "plays/play";
    }
}
