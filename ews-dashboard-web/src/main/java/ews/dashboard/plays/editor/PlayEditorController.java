package ews.dashboard.plays.editor;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.plays.editor.PlayForm.Details;
import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.domain.TransitionRefused;
import ews.plays.Written;
import ews.plays.play.InvalidPlay;
import ews.plays.play.Play;
import ews.plays.play.PlayChanges;
import ews.plays.play.PlayVersion;
import ews.plays.play.Plays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One play, there already or new: its form, which is saved as its next version. */
@Controller
class PlayEditorController {

    private final Plays plays;
    private final PlayForms forms;

    PlayEditorController(Plays plays, PlayForms forms) {
        this.plays = plays;
        this.forms = forms;
    }

    @GetMapping("/plays/new")
    String blank(Model model) {
        return page(null, PlayForm.BLANK, 0, new Fields(), model);
    }

    /** @param version an older one to begin with */
    @GetMapping("/plays/{key}/edit")
    String edit(@PathVariable String key, @RequestParam(required = false) @Nullable Integer version, Model model) {
        Play play = existing(key);
        Play shown = version == null ? play : version(key, version).orElseThrow(PlayEditorController::notFound);
        model.addAttribute("begunWith", shown.version() == play.version() ? null : shown.version());
        return page(play, PlayForm.of(shown), play.version(), new Fields(), model);
    }

    /**
     * @param change a button that leaves everything unsaved
     * @param seen the version that the form began with
     */
    @PostMapping({"/plays/new", "/plays/{key}/edit"})
    String save(
            @PathVariable(required = false) @Nullable String key,
            @ModelAttribute("form") PlayForm form,
            @ModelAttribute("change") StepChange change,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "0") int seen,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        Play play = key == null ? null : existing(key);
        model.addAttribute("reason", reason);
        Optional<PlayForm> changed = change.in(form);
        if (changed.isPresent()) {
            model.addAttribute("focused", change.focus(form));
            model.addAttribute("after", change.adds() ? change.focus(form) : null);
            return page(play, changed.get(), seen, new Fields(), model);
        }
        var fields = new Fields();
        Optional<Details> details = forms.read(form, fields);
        Optional<String> why =
                play == null ? Optional.of("New play") : fields.text("reason", typed(reason), Written.LINE);
        if (details.isEmpty() || why.isEmpty()) {
            return page(play, form, seen, fields, model);
        }
        try {
            Play saved = plays.save(edited(details.get(), play, seen), why.get(), viewer.actor());
            redirect.addFlashAttribute("message", said(saved, seen));
            return "redirect:/plays/" + saved.key();
        } catch (InvalidPlay e) {
            fields.wrong(PlayForm.WHOLE, String.valueOf(e.getMessage()));
            return page(play, form, seen, fields, model);
        } catch (TransitionRefused e) {
            fields.wrong(PlayForm.WHOLE, String.valueOf(e.getMessage()));
            return play == null
                    ? page(null, form, 0, fields, model)
                    : overtaken(existing(play.key()), form, seen, fields, model);
        }
    }

    /** The form as it was typed, with what somebody else has changed since; saved once more, it goes over that. */
    private String overtaken(Play now, PlayForm form, int seen, Fields fields, Model model) {
        version(now.key(), seen).ifPresent(began -> model.addAttribute("meanwhile", PlayChanges.between(began, now)));
        return page(now, form, now.version(), fields, model);
    }

    private Play edited(Details details, @Nullable Play play, int seen) {
        return play == null
                ? new Play(
                        plays.keyFor(details.name()),
                        details.name(),
                        details.description(),
                        0,
                        true,
                        details.definition())
                : new Play(
                        play.key(), details.name(), details.description(), seen, play.enabled(), details.definition());
    }

    private static String said(Play saved, int seen) {
        if (saved.version() == seen) {
            return "%s says what it said before: nothing was saved.".formatted(saved.name());
        }
        return seen == 0
                ? "%s was saved and is on: it can be started.".formatted(saved.name())
                : "%s was saved as version %d. Runs keep the version that they started with."
                        .formatted(saved.name(), saved.version());
    }

    private String page(@Nullable Play play, PlayForm form, int seen, Fields fields, Model model) {
        model.addAttribute("play", play);
        model.addAttribute("seen", seen);
        forms.addTo(model, form, fields);
        return "plays/editor";
    }

    private Optional<Play> version(String key, int version) {
        return plays.versions(key).stream()
                .map(PlayVersion::play)
                .filter(it -> it.version() == version)
                .findFirst();
    }

    private Play existing(String key) {
        return plays.withKey(key).orElseThrow(PlayEditorController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
