package ews.dashboard.watchlists;

import ews.dashboard.accounts.AccountPage;
import ews.dashboard.accounts.AccountPages;
import ews.dashboard.accounts.Happenings.Happening;
import ews.dashboard.security.Viewer;
import ews.dashboard.view.HealthBadge;
import ews.domain.account.Account;
import ews.domain.account.AccountId;
import ews.domain.time.OrganisationDays;
import ews.plays.review.Look;
import ews.plays.review.Mark;
import ews.plays.review.Move;
import ews.plays.review.Moves;
import ews.plays.review.Progress;
import ews.plays.review.Review;
import ews.plays.review.ReviewLists;
import ews.plays.review.ReviewedAccount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the pages of a review show. */
@Component
class ReviewPages {

    private static final int DAYS_BEFORE_THE_FIRST_LOOK = 7;

    private final ReviewLists reviews;
    private final ReviewAccess access;
    private final AccountPages accounts;
    private final OrganisationDays days;

    ReviewPages(ReviewLists reviews, ReviewAccess access, AccountPages accounts, OrganisationDays days) {
        this.reviews = reviews;
        this.access = access;
        this.accounts = accounts;
        this.days = days;
    }

    /**
     * What came of a review.
     *
     * @param before the one before of the same list; {@code null} if it is the first
     * @param moves what changed since then
     * @param goesOn whether the viewer may go on with it
     * @param toDo the address of the first account that is left; {@code null} if none is
     */
    record Summary(
            Review review,
            @Nullable Review before,
            List<Move> moves,
            List<ReviewedAccount> flagged,
            List<ReviewedAccount> reviewed,
            List<ReviewedAccount> left,
            boolean goesOn,
            @Nullable String toDo) {}

    Summary summary(Review review, Viewer viewer) {
        Progress progress = access.progress(review);
        Optional<Review> before = reviews.before(review);
        return new Summary(
                review,
                before.orElse(null),
                before.map(it -> Moves.between(reviews.accounts(it.id()), progress.accounts()))
                        .orElse(List.of()),
                marked(progress, Mark.FLAGGED),
                marked(progress, Mark.REVIEWED),
                marked(progress, null),
                goesOn(review, viewer),
                progress.toDo()
                        .map(account -> ReviewController.pageOf(review, account))
                        .orElse(null));
    }

    private static List<ReviewedAccount> marked(Progress progress, @Nullable Mark mark) {
        return progress.accounts().stream().filter(it -> it.mark() == mark).toList();
    }

    /**
     * One account of a review.
     *
     * @param place from 1
     * @param now what was said about it in this review
     * @param last what the member said before; {@code null} if nothing
     * @param was its health then; {@code null} if it is not known
     * @param happened what happened since then, or in the last seven days
     * @param previous the address of the account before it; {@code null} at the first
     */
    record OfAccount(
            Review review,
            AccountPage account,
            int place,
            ReviewedAccount now,
            @Nullable Look last,
            @Nullable HealthBadge was,
            List<Happening> happened,
            @Nullable String previous,
            @Nullable String next,
            boolean goesOn) {}

    OfAccount account(Review review, Account account, Viewer viewer) {
        Progress progress = access.progress(review);
        ReviewedAccount now = ReviewAccess.in(progress, account.id());
        Look last = reviews.lastLook(review, account.id()).orElse(null);
        LocalDate today = days.today();
        Instant since = last == null ? days.startOf(today.minusDays(DAYS_BEFORE_THE_FIRST_LOOK)) : last.at();
        AccountPage page = accounts.page(account, today, days.dayOf(since), viewer);
        return new OfAccount(
                review,
                page,
                progress.placeOf(account.id()),
                now,
                last,
                last == null || last.band() == null ? null : HealthBadge.whole(last.band(), last.score()),
                page.happenings().stream().filter(it -> it.at().isAfter(since)).toList(),
                address(review, progress.previous(account.id())),
                address(review, progress.next(account.id())),
                goesOn(review, viewer));
    }

    private static @Nullable String address(Review review, Optional<AccountId> account) {
        return account.map(it -> ReviewController.pageOf(review, it)).orElse(null);
    }

    private boolean goesOn(Review review, Viewer viewer) {
        return ReviewAccess.isOf(review, viewer) && review.isOfWeek(days.today());
    }
}
