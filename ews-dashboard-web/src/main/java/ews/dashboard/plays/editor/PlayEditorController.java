package ews.dashboard.plays.editor;

import static ews.dashboard.setup.Fields.typed;

import ews.dashboard.plays.editor.PlayForm.Details;
import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.view.When;
import ews.domain.TransitionRefused;
import ews.plays.Written;
import ews.plays.play.InvalidPlay;
import ews.plays.play.Play;
import ews.plays.play.PlayChanges;
import ews.plays.play.PlayDraft;
import ews.plays.play.PlayDrafts;
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

/** One play, there already, drafted or new: its form, which is saved as its next version or as a draft. */
@Controller
class PlayEditorController {

    private final Plays plays;
    private final PlayDrafts drafts;
    private final PlayForms forms;
    private final When when;

    PlayEditorController(Plays plays, PlayDrafts drafts, PlayForms forms, When when) {
        this.plays = plays;
        this.drafts = drafts;
        this.forms = forms;
        this.when = when;
    }

    /**
     * What is edited.
     *
     * @param play as it is now; {@code null} if there is no such play yet
     * @param drafted the key of the draft; {@code null} if none is edited
     */
    record Edited(@Nullable Play play, @Nullable String drafted) {

        public String action() {
            if (drafted != null) {
                return "/plays/drafts/%s/edit".formatted(drafted);
            }
            return play == null ? "/plays/new" : "/plays/%s/edit".formatted(play.key());
        }

        /** Where one goes who leaves it. */
        public String back() {
            if (drafted != null) {
                return "/plays/drafts/" + drafted;
            }
            return play == null ? "/plays" : "/plays/" + play.key();
        }

        /** {@code null} for a play that has none yet. */
        @Nullable
        String key() {
            return drafted != null || play == null ? drafted : play.key();
        }
    }

    @GetMapping("/plays/new")
    String blank(Model model) {
        return page(new Edited(null, null), PlayForm.BLANK, 0, new Fields(), model);
    }

    /** @param version an older one to begin with */
    @GetMapping("/plays/{key}/edit")
    String edit(@PathVariable String key, @RequestParam(required = false) @Nullable Integer version, Model model) {
        Play play = existing(key);
        Play shown = version == null ? play : version(key, version).orElseThrow(PlayEditorController::notFound);
        model.addAttribute("begunWith", shown.version() == play.version() ? null : shown.version());
        drafts.withKey(key)
                .ifPresent(it -> model.addAttribute(
                        "otherDraft", "%s saved a draft of it, %s.".formatted(it.author(), when.within(it.savedAt()))));
        return page(new Edited(play, null), PlayForm.of(shown), play.version(), new Fields(), model);
    }

    @GetMapping("/plays/drafts/{key}/edit")
    String draft(@PathVariable String key, Model model) {
        PlayDraft draft = drafted(key);
        model.addAttribute("draftSeen", stamp(draft));
        return page(
                new Edited(plays.withKey(key).orElse(null), key),
                PlayForm.of(draft.play()),
                draft.play().version(),
                new Fields(),
                model);
    }

    /**
     * What was sent besides the form.
     *
     * @param draft any value to save it as a draft
     * @param draftSeen which draft the form began with, or its author was shown
     * @param seen the version that the form began with
     */
    record Sent(
            @Nullable String reason,
            @Nullable String draft,
            @Nullable Long draftSeen,
            @Nullable Integer seen) {

        int version() {
            return seen == null ? 0 : seen;
        }
    }

    /** @param change a button that leaves everything unsaved */
    @PostMapping({"/plays/new", "/plays/{key}/edit"})
    String save(
            @PathVariable(required = false) @Nullable String key,
            @ModelAttribute("form") PlayForm form,
            @ModelAttribute("change") StepChange change,
            @ModelAttribute("sent") Sent sent,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        var edited = new Edited(key == null ? null : existing(key), null);
        return save(edited, form, change, sent, viewer, model, redirect);
    }

    /** @param change a button that leaves everything unsaved */
    @PostMapping("/plays/drafts/{key}/edit")
    String saveDraft(
            @PathVariable String key,
            @ModelAttribute("form") PlayForm form,
            @ModelAttribute("change") StepChange change,
            @ModelAttribute("sent") Sent sent,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        var edited = new Edited(plays.withKey(key).orElse(null), key);
        return save(edited, form, change, sent, viewer, model, redirect);
    }

    private String save(
            Edited edited,
            PlayForm form,
            StepChange change,
            Sent sent,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("reason", sent.reason());
        model.addAttribute("draftSeen", sent.draftSeen());
        Optional<PlayForm> changed = change.in(form);
        if (changed.isPresent()) {
            model.addAttribute("focused", change.focus(form));
            model.addAttribute("after", change.adds() ? change.focus(form) : null);
            return page(edited, changed.get(), sent.version(), new Fields(), model);
        }
        var fields = new Fields();
        Optional<Details> details = forms.read(form, fields);
        if (sent.draft() != null) {
            return details.filter(_ -> isMine(edited, sent, fields, model))
                    .map(it -> {
                        Play play = play(it, edited, sent.version());
                        drafts.save(play, viewer.actor());
                        redirect.addFlashAttribute("message", "The draft was saved. Nothing starts it yet.");
                        return "redirect:/plays/drafts/" + play.key();
                    })
                    .orElseGet(() -> page(edited, form, sent.version(), fields, model));
        }
        Optional<String> why = edited.play() == null
                ? Optional.of("New play")
                : fields.text("reason", typed(sent.reason()), Written.LINE);
        if (details.isEmpty() || why.isEmpty()) {
            return page(edited, form, sent.version(), fields, model);
        }
        try {
            Play saved = plays.save(play(details.get(), edited, sent.version()), why.get(), viewer.actor());
            redirect.addFlashAttribute("message", Said.saved(saved, sent.version()));
            return "redirect:/plays/" + saved.key();
        } catch (InvalidPlay e) {
            fields.wrong(PlayForm.WHOLE, String.valueOf(e.getMessage()));
            return page(edited, form, sent.version(), fields, model);
        } catch (TransitionRefused e) {
            fields.wrong(PlayForm.WHOLE, String.valueOf(e.getMessage()));
            return overtaken(edited, form, sent.version(), fields, model);
        }
    }

    /** Whether there is no draft of somebody else that would be replaced unseen; saved once more, it is. */
    private boolean isMine(Edited edited, Sent sent, Fields fields, Model model) {
        String key = edited.key();
        Optional<PlayDraft> other = key == null
                ? Optional.empty()
                : drafts.withKey(key).filter(it -> !stamp(it).equals(sent.draftSeen()));
        other.ifPresent(it -> {
            fields.wrong(
                    PlayForm.WHOLE,
                    "%s saved a draft of it, %s. If you save yours again, it replaces that one."
                            .formatted(it.author(), when.within(it.savedAt())));
            model.addAttribute("draftSeen", stamp(it));
        });
        return other.isEmpty();
    }

    private static Long stamp(PlayDraft draft) {
        return draft.savedAt().toEpochMilli();
    }

    /** The form as it was typed, with what somebody else has changed since; saved once more, it goes over that. */
    private String overtaken(Edited edited, PlayForm form, int seen, Fields fields, Model model) {
        String key = edited.key();
        Optional<Play> now = key == null ? Optional.empty() : plays.withKey(key);
        now.ifPresent(play -> version(play.key(), seen)
                .ifPresent(began -> model.addAttribute("meanwhile", PlayChanges.between(began, play))));
        return page(
                new Edited(now.orElse(null), edited.drafted()),
                form,
                now.map(Play::version).orElse(0),
                fields,
                model);
    }

    private Play play(Details details, Edited edited, int seen) {
        String key = edited.key();
        Play now = edited.play();
        return new Play(
                key == null ? plays.keyFor(details.name()) : key,
                details.name(),
                details.description(),
                seen,
                now == null || now.enabled(),
                details.definition());
    }

    private String page(Edited edited, PlayForm form, int seen, Fields fields, Model model) {
        model.addAttribute("edited", edited);
        model.addAttribute("play", edited.play());
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

    private PlayDraft drafted(String key) {
        return drafts.withKey(key).orElseThrow(PlayEditorController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
