package ews.dashboard.watchlists;

import ews.dashboard.security.Viewer;
import ews.domain.account.AccountId;
import ews.plays.review.Progress;
import ews.plays.review.Review;
import ews.plays.review.ReviewId;
import ews.plays.review.ReviewLists;
import ews.plays.review.ReviewedAccount;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds a review, for those who may see it: its member and who leads. Only its member goes on with it. */
@Component
class ReviewAccess {

    private final ReviewLists reviews;

    ReviewAccess(ReviewLists reviews) {
        this.reviews = reviews;
    }

    /** @throws ResponseStatusException 404 if there is no such review, or it is not for the viewer to see */
    Review readable(long id, Viewer viewer) {
        return reviews.withId(new ReviewId(id))
                .filter(review -> viewer.leads() || isOf(review, viewer))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @throws ResponseStatusException 404 as well, and 403 if it is another member's */
    Review own(long id, Viewer viewer) {
        Review review = readable(id, viewer);
        if (!isOf(review, viewer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return review;
    }

    Progress progress(Review review) {
        return new Progress(reviews.accounts(review.id()));
    }

    /** @throws ResponseStatusException 404 if the account is not in the review */
    static ReviewedAccount in(Progress progress, AccountId account) {
        return progress.at(account).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static boolean isOf(Review review, Viewer viewer) {
        return review.member().equals(viewer.id());
    }
}
