package ews.dashboard.watchlists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ews.dashboard.BrowsingTest;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.domain.score.Band;
import ews.plays.review.Mark;
import ews.plays.review.Review;
import ews.plays.review.ReviewLists;
import ews.plays.review.ReviewedAccount;
import ews.plays.review.Reviews;
import ews.plays.run.RunLists;
import ews.plays.watchlist.WatchLists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ReviewPagesTest extends BrowsingTest {

    @Autowired
    WatchLists lists;

    @Autowired
    Reviews reviews;

    @Autowired
    ReviewLists reviewLists;

    @Autowired
    RunLists runs;

    private Member csm;
    private Member manager;
    private AccountId quarry;
    private AccountId zephyr;

    @BeforeEach
    void twoPoorAccounts() {
        given.nothing();
        csm = given.member("Chloe Tan", Role.CSM);
        manager = given.member("Mona Lead", Role.MANAGER);
        quarry = given.anAccount("Quarry Foods")
                .of(csm)
                .scored(Band.POOR, 291, -90)
                .exists();
        zephyr = given.anAccount("Zephyr Studio")
                .of(csm)
                .scored(Band.POOR, 380, 12)
                .exists();
        given.anAccount("Not mine").scored(Band.POOR, 100, -200).exists();
    }

    private Review begin() {
        post(csm, "/reviews", "list", "poor");
        return reviewLists.ofThisWeek(csm.id()).getFirst();
    }

    private static String at(Review review, AccountId account) {
        return "/reviews/%s/accounts/%s".formatted(review.id(), account);
    }

    private MvcTestResult mark(Review review, AccountId account, String mark, String note) {
        return post(csm, at(review, account) + "/mark", "mark", mark, "note", note);
    }

    @Test
    void aReviewGoesThroughOnesOwnAccountsOfTheListAndRemembersWhereOneWas() {
        MvcTestResult begun = post(csm, "/reviews", "list", "poor");
        Review review = reviewLists.ofThisWeek(csm.id()).getFirst();
        assertThat(review.accounts()).isEqualTo(2);
        assertThat(begun).hasRedirectedUrl(at(review, quarry));

        assertThat(mark(review, quarry, "reviewed", "")).hasRedirectedUrl(at(review, zephyr));
        assertThat(post(csm, "/reviews", "list", "poor")).hasRedirectedUrl(at(review, zephyr));

        assertThat(mark(review, zephyr, "reviewed", "")).hasRedirectedUrl("/reviews/" + review.id());
        assertThat(reviewLists.withId(review.id()).orElseThrow().isFinished()).isTrue();
    }

    @Test
    void everybodysAccountsAreAReviewOfTheirOwn() {
        post(csm, "/reviews", "list", "poor", "csm", "all");

        assertThat(reviewLists.ofThisWeek(csm.id())).singleElement().satisfies(review -> {
            assertThat(review.whose()).isEqualTo("all");
            assertThat(review.accounts()).isEqualTo(3);
        });
    }

    @Test
    void whoCameToTheListMeanwhileIsLookedAtToo() {
        Review review = begin();
        AccountId fresh = given.anAccount("Fresh trouble")
                .of(csm)
                .scored(Band.POOR, 390, 0)
                .exists();

        mark(review, quarry, "reviewed", "");

        assertThat(mark(review, zephyr, "reviewed", "")).hasRedirectedUrl(at(review, fresh));
    }

    @Test
    void anAccountIsShownWithItsStoryAndWhatWasSaidBefore() {
        given.scoredOn(quarry, given.today().minusDays(9), Band.AVERAGE, 520);
        Review before = begin();
        mark(before, quarry, "flagged", "The sponsor left.");
        given.reviewedBefore(before.id(), 7);

        String page = get(csm, at(begin(), quarry));

        assertThat(page)
                .contains("1 of 2", "What changed", "since you looked at it", "The sponsor left.")
                .contains("Your review");
    }

    @Test
    void aFlagWithoutANoteIsRefused() {
        Review review = begin();

        MvcTestResult refused = mark(review, quarry, "flagged", "");

        assertThat(refused).hasRedirectedUrl(at(review, quarry));
        assertThat(String.valueOf(refused.getMvcResult().getFlashMap().get("problem")))
                .contains("note that says what the flag is about");
    }

    @Test
    void theManagerSeesFlagsInOnePlaceAndAnswers() {
        Review review = begin();
        mark(review, quarry, "flagged", "The sponsor left.");
        assertThat(get(manager, "/reviews")).contains("The sponsor left.", "Quarry Foods", "Chloe Tan");

        MvcTestResult answered =
                post(manager, at(review, quarry) + "/answer", "answer", "I call their boss.", "back", "all");

        assertThat(answered).hasRedirectedUrl("/reviews");
        assertThat(get(manager, "/reviews")).contains("No account is flagged.");
        assertThat(get(csm, "/reviews/" + review.id())).contains("I call their boss.", "Mona Lead");
        assertThat(post(csm, at(review, quarry) + "/answer", "answer", "No")).hasStatus(403);
    }

    @Test
    void theSummarySaysWhatChangedSinceTheReviewBefore() {
        Review before = begin();
        mark(before, quarry, "reviewed", "");
        mark(before, zephyr, "reviewed", "");
        given.reviewedBefore(before.id(), 7);
        given.anAccount("Fresh trouble").of(csm).scored(Band.POOR, 390, 0).exists();
        Review now = begin();

        String page = get(manager, "/reviews/" + now.id());

        assertThat(page).containsPattern("(?s)New here.{0,200}Fresh trouble").contains("Not looked at");
        assertThat(get(csm, "/reviews")).contains("Poor health");
    }

    @Test
    void aReviewIsReadByItsMemberAndWhoLeadsOnly() {
        Review review = begin();
        Member other = given.member("Otto Kern", Role.CSM);

        assertThat(visit(other, "/reviews/" + review.id())).hasStatus(404);
        assertThat(post(manager, at(review, quarry) + "/mark", "mark", "reviewed"))
                .hasStatus(403);
        assertThat(get(manager, at(review, quarry)))
                .contains("The review of Chloe Tan")
                .doesNotContain("name=\"mark\"");
    }

    @Test
    void aReviewOfAnEarlierWeekIsOnlyRead() {
        Review review = begin();
        given.reviewedBefore(review.id(), 7);

        assertThat(get(csm, at(review, quarry))).doesNotContain("name=\"mark\"");
        assertThat(String.valueOf(mark(review, quarry, "reviewed", "")
                        .getMvcResult()
                        .getFlashMap()
                        .get("problem")))
                .contains("is over");
    }

    @Test
    void theSuggestedPlayIsStartedAndTheReviewGoesOnWhereItWas() {
        AlertId alert = given.anAlert(quarry, "active-users-decline", "Active users fell 32 %");
        Review review = begin();
        assertThat(get(csm, at(review, quarry))).contains("Active users fell 32 %", at(review, quarry) + "/play");

        MvcTestResult started = post(csm, at(review, quarry) + "/play", "alert", alert.toString(), "play", "win-back");

        assertThat(started).hasRedirectedUrl(at(review, quarry));
        assertThat(runs.ofAccount(quarry))
                .singleElement()
                .satisfies(run -> assertThat(run.alert()).isEqualTo(alert));
    }

    @Test
    void aTouchpointIsLoggedAndStandsInTheStory() {
        Review review = begin();

        post(csm, at(review, quarry) + "/touchpoints", "kind", "call", "note", "All is well again.");

        assertThat(get(csm, at(review, quarry))).contains("All is well again.");
    }

    @Test
    void aNoteOfAReviewStandsOnTheAccountsPage() {
        mark(begin(), quarry, "reviewed", "They hire again.");

        assertThat(get(csm, "/accounts/" + quarry)).contains("Reviewed by Chloe Tan: They hire again.");
    }

    @Test
    void aListOnWhichNobodyIsHasNothingToReview() {
        MvcTestResult refused = post(csm, "/reviews", "list", "watch");

        assertThat(refused).hasRedirectedUrl("/watch-lists");
        assertThat(String.valueOf(refused.getMvcResult().getFlashMap().get("problem")))
                .isEqualTo("There is no account on “Watch list”, so there is nothing to review.");
        assertThat(post(csm, "/reviews", "list", "nowhere")).hasStatus(404);
    }

    @Test
    void aReviewOfAListThatPeopleKeepGoesThroughItsEntries() {
        lists.add(zephyr, "watch", "They asked.", null, Actor.of(csm));
        post(csm, "/reviews", "list", "watch");
        Review review = reviewLists.ofThisWeek(csm.id()).getFirst();

        assertThat(reviewLists.accounts(review.id()))
                .extracting(ReviewedAccount::account, ReviewedAccount::mark)
                .containsExactly(tuple(zephyr, null));
        reviews.mark(review.id(), zephyr, Mark.REVIEWED, null);
        assertThat(get(csm, "/watch-lists")).contains("1 of 1 this week");
    }
}
