package ews.dashboard.watchlists;

import ews.dashboard.accounts.AccountAccess;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.detection.alert.AlertLists;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.time.OrganisationDays;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.review.Flags;
import ews.plays.review.Review;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import ews.plays.touchpoint.TouchpointKind;
import ews.plays.touchpoint.Touchpoints;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done in the middle of a review, which then goes on where it was, and how a manager answers a flag. */
@Controller
class ReviewActions {

    private final ReviewAccess reviews;
    private final AccountAccess access;
    private final AlertLists alerts;
    private final Plays plays;
    private final Runs runs;
    private final Touchpoints touchpoints;
    private final Flags flags;
    private final OrganisationDays days;

    ReviewActions(
            ReviewAccess reviews,
            AccountAccess access,
            AlertLists alerts,
            Plays plays,
            Runs runs,
            Touchpoints touchpoints,
            Flags flags,
            OrganisationDays days) {
        this.reviews = reviews;
        this.access = access;
        this.alerts = alerts;
        this.plays = plays;
        this.runs = runs;
        this.touchpoints = touchpoints;
        this.flags = flags;
        this.days = days;
    }

    /** Starts the play that an open alert suggests. */
    @PostMapping("/reviews/{id:\\d+}/accounts/{account:\\d+}/play")
    String play(
            @PathVariable long id,
            @PathVariable long account,
            @RequestParam long alert,
            @RequestParam String play,
            Viewer viewer,
            RedirectAttributes once) {
        Review review = reviews.own(id, viewer);
        Account changed = access.changeable(new AccountId(account), viewer);
        Play chosen = plays.withKey(play).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String why = alerts.withId(new AlertId(alert))
                .filter(it -> it.account().equals(changed.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .title();
        return new Answer(ReviewController.pageOf(review, changed.id()), once).after(() -> {
            Run run = runs.start(changed.id(), chosen, new AlertId(alert), why, viewer.actor());
            return "“%s” was started, with %d tasks.".formatted(run.playName(), run.tasks());
        });
    }

    @PostMapping("/reviews/{id:\\d+}/accounts/{account:\\d+}/touchpoints")
    String log(
            @PathVariable long id,
            @PathVariable long account,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            RedirectAttributes once) {
        Review review = reviews.own(id, viewer);
        Account changed = access.changeable(new AccountId(account), viewer);
        return new Answer(ReviewController.pageOf(review, changed.id()), once).after(() -> {
            touchpoints.log(changed.id(), TouchpointKind.of(kind), days.now(), note, null, viewer.actor());
            return "Logged.";
        });
    }

    /** @param back {@code all} if the list of all flags is shown again, and else the review */
    @PostMapping("/reviews/{id:\\d+}/accounts/{account:\\d+}/answer")
    String answer(
            @PathVariable long id,
            @PathVariable long account,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String back,
            Viewer viewer,
            RedirectAttributes once) {
        Review review = reviews.readable(id, viewer);
        String page = back.equals("all") ? ReviewController.PATH : ReviewController.pageOf(review);
        return new Answer(page, once).after(() -> {
            flags.settle(review.id(), new AccountId(account), answer, viewer.actor());
            return "Answered.";
        });
    }
}
