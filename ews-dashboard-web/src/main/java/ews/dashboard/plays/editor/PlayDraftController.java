package ews.dashboard.plays.editor;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Vocabulary;
import ews.dashboard.view.Answer;
import ews.dashboard.view.When;
import ews.plays.play.Play;
import ews.plays.play.PlayChanges;
import ews.plays.play.PlayDraft;
import ews.plays.play.PlayDrafts;
import ews.plays.play.Plays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A draft of a play: what it says, what is different from now, and publishing it or throwing it away. */
@Controller
class PlayDraftController {

    private final PlayDrafts drafts;
    private final Plays plays;
    private final Vocabulary vocabulary;
    private final When when;

    PlayDraftController(PlayDrafts drafts, Plays plays, Vocabulary vocabulary, When when) {
        this.drafts = drafts;
        this.plays = plays;
        this.vocabulary = vocabulary;
        this.when = when;
    }

    @GetMapping("/plays/drafts/{key}")
    String draft(@PathVariable String key, Model model) {
        PlayDraft draft = existing(key);
        Optional<Play> now = plays.withKey(key);
        model.addAttribute("draft", draft);
        model.addAttribute("saved", "%s, %s".formatted(draft.author(), when.within(draft.savedAt())));
        model.addAttribute("now", now.orElse(null));
        model.addAttribute(
                "goalHint", vocabulary.unheard(draft.play().definition().goal()));
        model.addAttribute(
                "changes", now.map(it -> PlayChanges.between(it, draft.play())).orElse(null));
        return "plays/draft";
    }

    /** @param seen the version that it was compared with on the page, 0 for none */
    @PostMapping("/plays/drafts/{key}/publish")
    String publish(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int seen,
            Viewer viewer,
            RedirectAttributes once) {
        Play draft = existing(key).play();
        return new Answer("/plays/drafts/" + key, once).opening(() -> {
            boolean enabled = plays.withKey(key).map(Play::enabled).orElse(true);
            Play next = new Play(key, draft.name(), draft.description(), seen, enabled, draft.definition());
            Play saved = plays.save(next, seen == 0 && reason.isBlank() ? "New play" : reason, viewer.actor());
            drafts.discard(key, viewer.actor());
            once.addFlashAttribute("message", Said.saved(saved, seen));
            return "/plays/" + key;
        });
    }

    @PostMapping("/plays/drafts/{key}/discard")
    String discard(@PathVariable String key, Viewer viewer, RedirectAttributes once) {
        String name = existing(key).play().name();
        String next = plays.withKey(key).isPresent() ? "/plays/" + key : "/plays";
        return new Answer(next, once).after(() -> {
            drafts.discard(key, viewer.actor());
            return "The draft of %s was thrown away.".formatted(name);
        });
    }

    private PlayDraft existing(String key) {
        return drafts.withKey(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
