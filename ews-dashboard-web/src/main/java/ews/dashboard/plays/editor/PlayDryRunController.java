package ews.dashboard.plays.editor;

import ews.dashboard.accounts.AccountNames;
import ews.dashboard.view.When;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.plays.entry.Admission;
import ews.plays.entry.Prospects;
import ews.plays.play.NumberedStep;
import ews.plays.play.Play;
import ews.plays.play.PlayDraft;
import ews.plays.play.PlayDrafts;
import ews.plays.play.Plays;
import ews.plays.run.DryRun;
import ews.plays.run.Foreseen;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a play, or a draft of it, would do on an account if it started there today. Does nothing of it. */
@Controller
class PlayDryRunController {

    private static final int SUGGESTED = 8;

    private final DryRun dryRun;
    private final Prospects prospects;
    private final Admission admission;
    private final Plays plays;
    private final PlayDrafts drafts;
    private final AccountNames names;
    private final Accounts accounts;

    PlayDryRunController(
            DryRun dryRun,
            Prospects prospects,
            Admission admission,
            Plays plays,
            PlayDrafts drafts,
            AccountNames names,
            Accounts accounts) {
        this.dryRun = dryRun;
        this.prospects = prospects;
        this.admission = admission;
        this.plays = plays;
        this.drafts = drafts;
        this.names = names;
        this.accounts = accounts;
    }

    /** A step as the page shows it. */
    record Line(NumberedStep step, boolean taken, @Nullable String day, Foreseen foreseen) {

        static Line of(Foreseen it) {
            return new Line(it.step(), it.isTaken(), it.day() == null ? null : When.day(it.day()), it);
        }
    }

    /** @param account its name, a part of it, or its key */
    @GetMapping("/plays/{key}/dry-run")
    String ofPlay(@PathVariable String key, @RequestParam(defaultValue = "") String account, Model model) {
        Play play = plays.withKey(key).orElseThrow(PlayDryRunController::notFound);
        return page(play, "/plays/" + key, account, model);
    }

    /** @param account its name, a part of it, or its key */
    @GetMapping("/plays/drafts/{key}/dry-run")
    String ofDraft(@PathVariable String key, @RequestParam(defaultValue = "") String account, Model model) {
        Play play = drafts.withKey(key).map(PlayDraft::play).orElseThrow(PlayDryRunController::notFound);
        return page(play, "/plays/drafts/" + key, account, model);
    }

    private String page(Play play, String back, String typed, Model model) {
        model.addAttribute("play", play);
        model.addAttribute("back", back);
        model.addAttribute("typed", typed);
        if (typed.isBlank()) {
            model.addAttribute(
                    "suggested",
                    prospects.of(play).first().stream().limit(SUGGESTED).toList());
            return "plays/dry-run";
        }
        try {
            run(play, accounts.withId(names.find(typed)).orElseThrow(PlayDryRunController::notFound), model);
        } catch (IllegalArgumentException e) {
            model.addAttribute("wrong", e.getMessage());
        }
        return "plays/dry-run";
    }

    private void run(Play play, Account account, Model model) {
        AccountId id = account.id();
        Optional<String> refusal = admission.refusal(id, play);
        model.addAttribute("account", account);
        model.addAttribute("typed", account.name());
        model.addAttribute(
                "entry",
                refusal.map("By itself it would not start here: %s. A person can start it."::formatted)
                        .orElse("It may start here by itself."));
        model.addAttribute("lines", dryRun.of(play, id).stream().map(Line::of).toList());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
