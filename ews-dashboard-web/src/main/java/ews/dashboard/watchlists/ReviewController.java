package ews.dashboard.watchlists;

import ews.dashboard.accounts.Listed;
import ews.dashboard.accounts.Owner;
import ews.dashboard.accounts.Portfolio;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.Answer;
import ews.domain.account.AccountId;
import ews.plays.review.Mark;
import ews.plays.review.NewReview;
import ews.plays.review.Progress;
import ews.plays.review.Review;
import ews.plays.review.ReviewId;
import ews.plays.review.Reviews;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member goes through a watch list: starts, says something about each account, ends. */
@Controller
class ReviewController {

    static final String PATH = "/reviews";

    private final Reviews reviews;
    private final ReviewAccess access;
    private final Listed.Reading lists;
    private final Portfolio portfolio;

    ReviewController(Reviews reviews, ReviewAccess access, Listed.Reading lists, Portfolio portfolio) {
        this.reviews = reviews;
        this.access = access;
        this.lists = lists;
        this.portfolio = portfolio;
    }

    /** @param csm whose accounts of the list, as the portfolio says it */
    @PostMapping(PATH)
    String begin(
            @RequestParam String list,
            @RequestParam(defaultValue = "") String csm,
            Viewer viewer,
            RedirectAttributes once) {
        Listed listed = lists.of(list, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Owner owner = Owner.parse(csm, viewer.id(), listed.usual());
        return new Answer(WatchListController.PATH, once).opening(() -> {
            if (listed.problem() != null) {
                throw new IllegalArgumentException(listed.problem());
            }
            ReviewId id = reviews.begin(
                    new NewReview(viewer.id(), list, listed.name(), owner.code(), now(listed, owner)), viewer.actor());
            return goOn(access.own(id.value(), viewer));
        });
    }

    /** @param note what there is to say; a flag needs it */
    @PostMapping(PATH + "/{id:\\d+}/accounts/{account:\\d+}/mark")
    String mark(
            @PathVariable long id,
            @PathVariable long account,
            @RequestParam String mark,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer,
            RedirectAttributes once) {
        Review review = access.own(id, viewer);
        var marked = new AccountId(account);
        String name = ReviewAccess.in(access.progress(review), marked).name();
        return new Answer(pageOf(review, marked), once).opening(() -> {
            Mark chosen = Mark.of(mark);
            reviews.mark(review.id(), marked, chosen, note);
            once.addFlashAttribute("message", "%s: %s.".formatted(chosen.label(), name));
            bringUpToDate(review, viewer);
            return after(review, marked, viewer);
        });
    }

    @PostMapping(PATH + "/{id:\\d+}/end")
    String end(@PathVariable long id, Viewer viewer, RedirectAttributes once) {
        Review review = access.own(id, viewer);
        return new Answer(pageOf(review), once).after(() -> {
            reviews.finish(review.id(), viewer.actor());
            return "The review of “%s” has ended.".formatted(review.listName());
        });
    }

    /** The next account that nobody has looked at; where there is none, the review ends and its summary is shown. */
    private String after(Review review, AccountId marked, Viewer viewer) {
        return access.progress(review)
                .toDoAfter(marked)
                .map(next -> pageOf(review, next))
                .orElseGet(() -> {
                    reviews.finish(review.id(), viewer.actor());
                    return pageOf(review);
                });
    }

    /** Who has come to the list meanwhile appears. A list that is gone changes nothing. */
    private void bringUpToDate(Review review, Viewer viewer) {
        lists.of(review.list(), viewer)
                .filter(listed -> listed.problem() == null)
                .ifPresent(listed -> {
                    Owner owner = Owner.parse(review.whose(), viewer.id(), listed.usual());
                    reviews.include(review.id(), now(listed, owner));
                });
    }

    private List<AccountId> now(Listed list, Owner owner) {
        return portfolio.on(list, owner, Reviews.MOST_ACCOUNTS);
    }

    private String goOn(Review review) {
        Progress progress = access.progress(review);
        return progress.toDo().map(next -> pageOf(review, next)).orElseGet(() -> pageOf(review));
    }

    static String pageOf(Review review) {
        return PATH + "/" + review.id();
    }

    static String pageOf(Review review, AccountId account) {
        return "%s/accounts/%s".formatted(pageOf(review), account);
    }
}
