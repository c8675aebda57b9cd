package ews.dashboard.plays;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Vocabulary;
import ews.dashboard.view.Answer;
import ews.dashboard.view.Figures;
import ews.dashboard.view.When;
import ews.plays.effect.Effectiveness;
import ews.plays.effect.Effects;
import ews.plays.entry.FailedStarts;
import ews.plays.entry.FailedStarts.FailedStart;
import ews.plays.play.Play;
import ews.plays.play.PlayDraft;
import ews.plays.play.PlayDrafts;
import ews.plays.play.Plays;
import ews.plays.run.RunLists;
import ews.plays.run.Withdrawal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the library and each play with its latest runs and its versions, and switches plays on and off. */
@Controller
class PlayController {

    private static final int LATEST_RUNS = 100;

    private final Library library;
    private final Plays plays;
    private final PlayDrafts drafts;
    private final RunLists runs;
    private final Withdrawal withdrawal;
    private final Effects effects;
    private final FailedStarts failed;
    private final Vocabulary vocabulary;
    private final When when;

    PlayController(
            Library library,
            Plays plays,
            PlayDrafts drafts,
            RunLists runs,
            Withdrawal withdrawal,
            Effects effects,
            FailedStarts failed,
            Vocabulary vocabulary,
            When when) {
        this.library = library;
        this.plays = plays;
        this.drafts = drafts;
        this.runs = runs;
        this.withdrawal = withdrawal;
        this.effects = effects;
        this.failed = failed;
        this.vocabulary = vocabulary;
        this.when = when;
    }

    /** A play, or its next version, that somebody is writing. */
    record DraftLine(String key, String name, String saved) {}

    /** An account that should have come into a play and could not. */
    record FailedLine(long id, long account, String name, String reason, String failure, String called) {}

    @GetMapping("/plays")
    String library(Model model) {
        model.addAttribute("library", library.all());
        model.addAttribute(
                "effects",
                effects.all().values().stream().collect(Collectors.toMap(Effectiveness::play, EffectView::of)));
        model.addAttribute(
                "drafts",
                drafts.all().stream()
                        .map(it -> new DraftLine(it.play().key(), it.play().name(), saved(it)))
                        .toList());
        return "plays/library";
    }

    @GetMapping("/plays/{key}")
    String play(@PathVariable String key, Model model) {
        Library.Entry entry = library.withKey(key).orElseThrow(PlayController::notFound);
        model.addAttribute("entry", entry);
        model.addAttribute(
                "goalHint", vocabulary.unheard(entry.play().definition().goal()));
        model.addAttribute("effect", EffectView.of(effects.of(key)));
        model.addAttribute(
                "runs",
                runs.ofPlay(key, LATEST_RUNS).stream()
                        .map(run -> RunLine.of(run, when))
                        .toList());
        model.addAttribute(
                "failed",
                failed.ofPlay(key, LATEST_RUNS).stream().map(this::line).toList());
        model.addAttribute("draft", drafts.withKey(key).map(this::saved).orElse(null));
        model.addAttribute("versions", VersionLine.of(plays.versions(key), when));
        return "plays/play";
    }

    @PostMapping("/plays/{key}/on")
    String on(@PathVariable String key, Viewer viewer, RedirectAttributes once) {
        Play play = existing(key);
        return new Answer("/plays/" + key, once).after(() -> {
            plays.enable(key, viewer.actor());
            return play.name() + " is on: it can be started.";
        });
    }

    /** @param cancel any value if its running runs are to be given up too, for the reason */
    @PostMapping("/plays/{key}/off")
    String off(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String cancel,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            RedirectAttributes once) {
        Play play = existing(key);
        return new Answer("/plays/" + key, once).after(() -> {
            if (cancel != null) {
                int cancelled = withdrawal.withdraw(key, reason, viewer.actor());
                return "%s is off, and %s."
                        .formatted(play.name(), Figures.count(cancelled, "run was cancelled", "runs were cancelled"));
            }
            plays.disable(key, viewer.actor());
            return play.name() + " is off: nobody can start it. Its runs go on.";
        });
    }

    private FailedLine line(FailedStart it) {
        return new FailedLine(
                it.id(), it.account().value(), it.accountName(), it.reason(), it.failure(), when.within(it.calledAt()));
    }

    private String saved(PlayDraft draft) {
        return "%s, %s".formatted(draft.author(), when.within(draft.savedAt()));
    }

    private Play existing(String key) {
        return plays.withKey(key).orElseThrow(PlayController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
