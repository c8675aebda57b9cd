package ews.dashboard.plays.editor;

import ews.dashboard.security.Viewer;
import ews.dashboard.setup.Fields;
import ews.dashboard.view.Answer;
import ews.dashboard.view.Figures;
import ews.plays.entry.Calls;
import ews.plays.entry.Prospects;
import ews.plays.entry.Prospects.Outlook;
import ews.plays.entry.Prospects.Prospect;
import ews.plays.play.Definition;
import ews.plays.play.Entry;
import ews.plays.play.Play;
import ews.plays.play.PlayDraft;
import ews.plays.play.PlayDrafts;
import ews.plays.play.Plays;
import java.util.List;
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

/** Which accounts would come into a play now, while it is typed and afterwards; and starting it for them. */
@Controller
class ProspectsController {

    private final Prospects prospects;
    private final Calls calls;
    private final Plays plays;
    private final PlayDrafts drafts;
    private final PlayForms forms;

    ProspectsController(Prospects prospects, Calls calls, Plays plays, PlayDrafts drafts, PlayForms forms) {
        this.prospects = prospects;
        this.calls = calls;
        this.plays = plays;
        this.drafts = drafts;
        this.forms = forms;
    }

    /** Of the form as it is typed; its steps need not be right yet. Saves nothing. */
    @PostMapping("/plays/prospects")
    String typed(@ModelAttribute("form") PlayForm form, @RequestParam(defaultValue = "new") String key, Model model) {
        Optional<Entry> entry = form.entering().read(new Fields(), forms.choices());
        return entry.map(it -> {
                    var definition = new Definition(it, List.of(), null, 0);
                    return fragment(new Play(key, "", "", 0, true, definition), null, model);
                })
                .orElse("plays/prospects :: incomplete");
    }

    @GetMapping("/plays/{key}/prospects")
    String ofPlay(@PathVariable String key, Model model) {
        Play play = existing(key);
        return fragment(play, play, model);
    }

    @GetMapping("/plays/drafts/{key}/prospects")
    String ofDraft(@PathVariable String key, Model model) {
        return fragment(
                drafts.withKey(key).map(PlayDraft::play).orElseThrow(ProspectsController::notFound), null, model);
    }

    /** Each of them goes through the entry of the play once more when its turn comes. */
    @PostMapping("/plays/{key}/start-now")
    String startNow(@PathVariable String key, Viewer viewer, RedirectAttributes once) {
        Play play = existing(key);
        return new Answer("/plays/" + key, once).after(() -> {
            if (!play.enabled()) {
                throw new IllegalArgumentException("%s is off: switch it on first.".formatted(play.name()));
            }
            List<Prospect> all = prospects.all(play);
            calls.of(play, all, viewer.actor());
            return all.isEmpty()
                    ? "There is no account that would come into it now."
                    : "It starts for %s within moments, one after the other."
                            .formatted(Figures.count(all.size(), "account", "accounts"));
        });
    }

    /** @param startable the play, if it can be started for them */
    private String fragment(Play play, @Nullable Play startable, Model model) {
        Outlook outlook = prospects.of(play);
        model.addAttribute("outlook", outlook);
        model.addAttribute("answer", answer(outlook, play.definition().entry()));
        model.addAttribute("startable", startable != null && startable.enabled() ? startable : null);
        return "plays/prospects :: prospects";
    }

    private static String answer(Outlook outlook, Entry entry) {
        if (entry.triggers().isEmpty()) {
            return "Only people start it.";
        }
        String now = "%s would come into it now".formatted(howMany(outlook));
        return outlook.soon() == 0
                ? now + "."
                : "%s; %s such a date in the next 30 days."
                        .formatted(now, Figures.count(outlook.soon(), "account reaches", "accounts reach"));
    }

    private static String howMany(Outlook outlook) {
        if (outlook.count() == 0) {
            return outlook.exact() ? "No account" : "Few accounts or none";
        }
        return (outlook.exact() ? "" : "About ") + Figures.count(outlook.count(), "account", "accounts");
    }

    private Play existing(String key) {
        return plays.withKey(key).orElseThrow(ProspectsController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
