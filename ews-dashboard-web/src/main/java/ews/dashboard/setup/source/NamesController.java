package ews.dashboard.setup.source;

import ews.dashboard.operation.Background;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.sensors.fact.NameReplays;
import ews.sensors.naming.CountsAs;
import ews.sensors.naming.EventNames;
import ews.sensors.naming.NameCount;
import ews.sensors.naming.NameRule;
import ews.sensors.source.Source;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the events of a source are called, and what they count as. */
@Controller
@RequestMapping("/setup/sources/{id}/names")
class NamesController {

    private static final int PAGE = 100;

    private final Sources sources;
    private final EventNames names;
    private final NameReplays replays;
    private final Background background;

    NamesController(Sources sources, EventNames names, NameReplays replays, Background background) {
        this.sources = sources;
        this.names = names;
        this.replays = replays;
        this.background = background;
    }

    /**
     * What names are to count as, as it was typed.
     *
     * @param called the name of the feature, or of the goal
     */
    record NameForm(
            List<String> names,
            @Nullable String prefix,
            String as,
            @Nullable String called,
            @Nullable String valueFrom) {

        /** Not bound by Spring, which would take a name with a comma for two. */
        static NameForm of(MultiValueMap<String, String> fields) {
            return new NameForm(
                    fields.getOrDefault("name", List.of()),
                    given(fields.getFirst("prefix")),
                    String.valueOf(fields.getFirst("as")),
                    given(fields.getFirst("called")),
                    given(fields.getFirst("valueFrom")));
        }

        List<NameRule> rules() {
            List<String> patterns =
                    prefix == null ? names : List.of(prefix.endsWith(NameRule.ANY) ? prefix : prefix + NameRule.ANY);
            if (patterns.isEmpty()) {
                throw new IllegalArgumentException("Choose at least one name.");
            }
            CountsAs meaning = CountsAs.coded(as);
            return patterns.stream().map(it -> rule(it, meaning)).toList();
        }

        private NameRule rule(String pattern, CountsAs meaning) {
            return switch (meaning) {
                case FEATURE -> new NameRule(pattern, meaning, called, null, null);
                case OUTCOME -> new NameRule(pattern, meaning, null, called, valueFrom);
                case LOGIN, IGNORED -> new NameRule(pattern, meaning, null, null, null);
            };
        }

        private static @Nullable String given(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : typed.strip();
        }
    }

    /**
     * @param q text in the name
     * @param undecided whether only those are shown of which nobody has said what they count as
     * @param page from 0
     */
    @GetMapping
    String all(
            @PathVariable int id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean undecided,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Source source = existing(id);
        List<NameCount> found = names.of(source.id(), q.strip(), undecided);
        int first = Math.clamp((long) page * PAGE, 0, found.size());
        model.addAttribute("source", source);
        model.addAttribute("q", q);
        model.addAttribute("undecided", undecided);
        model.addAttribute("count", found.size());
        model.addAttribute("names", found.subList(first, Math.min(found.size(), first + PAGE)));
        model.addAttribute("page", page);
        model.addAttribute("hasMore", first + PAGE < found.size());
        model.addAttribute("rules", names.rules(source.id()));
        model.addAttribute("meanings", CountsAs.values());
        replay(source, model);
        return "setup/names";
    }

    /** How far the stored events are read, which the page asks for again and again. */
    @GetMapping("/replay")
    String progress(@PathVariable int id, Model model) {
        Source source = existing(id);
        model.addAttribute("source", source);
        replay(source, model);
        return "setup/names-replay :: replay";
    }

    private void replay(Source source, Model model) {
        int changes = names.changes(source.id());
        NameReplays.Replay replay = replays.of(source.id()).orElse(null);
        model.addAttribute("changes", changes);
        model.addAttribute("replay", replay);
        boolean isRunning = replay != null && replay.isRunning();
        model.addAttribute("concerned", changes > 0 && !isRunning ? replays.concerned(source.id()) : 0);
    }

    @PostMapping
    String decide(
            @PathVariable int id,
            @RequestParam MultiValueMap<String, String> fields,
            Viewer viewer,
            RedirectAttributes once) {
        Source source = existing(id);
        return new Answer(pageOf(source), once).after(() -> {
            List<NameRule> rules = NameForm.of(fields).rules();
            names.decide(source.id(), rules, viewer.actor());
            return rules.size() == 1
                    ? "From now on, %s counts as that."
                            .formatted(rules.getFirst().pattern())
                    : "From now on, these %d count as that.".formatted(rules.size());
        });
    }

    @PostMapping("/removal")
    String forget(@PathVariable int id, @RequestParam String pattern, Viewer viewer, RedirectAttributes once) {
        Source source = existing(id);
        return new Answer(pageOf(source), once).after(() -> {
            names.forget(source.id(), List.of(pattern), viewer.actor());
            return "The rule is gone: from now on, such events are uses of features that are called as they are.";
        });
    }

    @PostMapping("/replay")
    String replay(@PathVariable int id, Viewer viewer, RedirectAttributes once) {
        Source source = existing(id);
        return new Answer(pageOf(source), once).opening(() -> {
            replays.begin(source.id(), viewer.actor());
            background.names();
            return pageOf(source);
        });
    }

    private static String pageOf(Source source) {
        return "/setup/sources/%d/names".formatted(source.id().value());
    }

    private Source existing(int id) {
        return sources.withId(new SourceId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
