package ews.dashboard.watchlists;

import ews.dashboard.accounts.AccountAccess;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.Address;
import ews.dashboard.view.Paging;
import ews.dashboard.view.Whose;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.member.MemberId;
import ews.plays.review.Flags;
import ews.plays.review.Review;
import ews.plays.review.ReviewLists;
import ews.plays.touchpoint.TouchpointKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the reviews: all of them with the open flags, the summary of one, and one account of it. */
@Controller
class ReviewPageController {

    private static final int PAGE_SIZE = 50;
    private static final int MOST_FLAGS = 100;

    private final ReviewLists reviews;
    private final Flags flags;
    private final ReviewAccess access;
    private final ReviewPages pages;
    private final AccountAccess accounts;
    private final Whose.Reading whose;

    ReviewPageController(
            ReviewLists reviews,
            Flags flags,
            ReviewAccess access,
            ReviewPages pages,
            AccountAccess accounts,
            Whose.Reading whose) {
        this.reviews = reviews;
        this.flags = flags;
        this.access = access;
        this.pages = pages;
        this.accounts = accounts;
        this.whose = whose;
    }

    /** A CSM sees their own; who leads sees everybody's. */
    @GetMapping("/reviews")
    String all(
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable String page,
            Viewer viewer,
            Model model) {
        Whose of = whose.of(viewer.leads() ? member : "me", viewer, "all");
        MemberId chosen = of.member();
        var paging = Paging.of(
                Paging.number(page),
                reviews.count(chosen),
                PAGE_SIZE,
                new Address(ReviewController.PATH, Map.of("member", of.code())));
        model.addAttribute("whose", of);
        model.addAttribute("flags", flags.open(chosen, MOST_FLAGS));
        model.addAttribute("reviews", reviews.page(chosen, paging.page(), PAGE_SIZE));
        model.addAttribute("paging", paging);
        return "reviews/reviews";
    }

    @GetMapping("/reviews/{id:\\d+}")
    String summary(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("page", pages.summary(access.readable(id, viewer), viewer));
        return "reviews/review";
    }

    @GetMapping("/reviews/{id:\\d+}/accounts/{account:\\d+}")
    String account(@PathVariable long id, @PathVariable long account, Viewer viewer, Model model) {
        Review review = access.readable(id, viewer);
        Account shown = accounts.readable(new AccountId(account));
        model.addAttribute("page", pages.account(review, shown, viewer));
        model.addAttribute("ofSample", shown.sample());
        model.addAttribute("kinds", TouchpointKind.values());
        return "reviews/account";
    }
}
