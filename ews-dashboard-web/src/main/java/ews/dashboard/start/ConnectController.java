package ews.dashboard.start;

import ews.dashboard.security.Viewer;
import ews.sensors.source.NewKey;
import ews.sensors.source.Scope;
import ews.sensors.source.Source;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Connects a first source: its key, a command to try it with, and what arrives, as it arrives. */
@Controller
@RequestMapping("/start/connect")
class ConnectController {

    private static final String NAME = "First source";

    private final Sources sources;
    private final Arrivals arrivals;
    private final Checklist steps;
    private final Curl curl;

    ConnectController(Sources sources, Arrivals arrivals, Checklist steps, Curl curl) {
        this.sources = sources;
        this.arrivals = arrivals;
        this.steps = steps;
        this.curl = curl;
    }

    @PostMapping
    String connect(Viewer viewer, RedirectAttributes redirect) {
        NewKey key = sources.create(unusedName(), EnumSet.of(Scope.READ, Scope.WRITE), false, viewer.actor());
        redirect.addFlashAttribute("key", key.key());
        redirect.addFlashAttribute("curl", curl.sending(key.key()));
        return "redirect:/start/connect/" + key.source().id();
    }

    @GetMapping("/{id}")
    String source(@PathVariable int id, Model model) {
        addArrivals(id, model);
        return "start/connect";
    }

    /**
     * The part of the page that is asked for again every other second.
     *
     * @param seen what the page shows already; without anything new, the answer is empty and the page stays as it is
     */
    @GetMapping("/{id}/arrivals")
    Object arrivals(@PathVariable int id, @RequestParam(required = false) @Nullable String seen, Model model) {
        String state = addArrivals(id, model);
        return state.equals(seen) ? ResponseEntity.noContent().build() : "start/arrivals :: arrivals";
    }

    /** Returns what tells this state of the page from another one. */
    private String addArrivals(int id, Model model) {
        Source source =
                sources.withId(new SourceId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Checklist.Step> all = steps.all();
        String state = arrivals.countOf(source) + "-"
                + all.stream().filter(Checklist.Step::done).count();
        model.addAttribute("source", source);
        model.addAttribute("latest", arrivals.of(source));
        model.addAttribute("steps", all);
        model.addAttribute("seen", state);
        return state;
    }

    private String unusedName() {
        Set<String> taken = sources.all().stream().map(Source::name).collect(Collectors.toSet());
        String name = NAME;
        for (int number = 2; taken.contains(name); number++) {
            name = NAME + " " + number;
        }
        return name;
    }
}
