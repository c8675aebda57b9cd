package ews.plays.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Role;
import ews.plays.AccountOfCarla;
import ews.plays.Given;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReviewsTest extends AccountOfCarla {

    @Autowired
    private Reviews reviews;

    @Autowired
    private ReviewLists lists;

    @Autowired
    private Flags flags;

    private AccountId bolt;

    @BeforeEach
    void twoAccounts() {
        bolt = given.account("Bolt", csm);
    }

    private ReviewId begin(AccountId... accounts) {
        return begin(csm, accounts);
    }

    private ReviewId begin(Member member, AccountId... accounts) {
        return reviews.begin(
                new NewReview(member.id(), "watch", "Watch list", "all", List.of(accounts)), Actor.of(member));
    }

    private Progress progress(ReviewId id) {
        return new Progress(lists.accounts(id));
    }

    private Review review(ReviewId id) {
        return lists.withId(id).orElseThrow();
    }

    @Test
    void aReviewGoesThroughTheListInItsOrder() {
        ReviewId id = begin(bolt, account);

        assertThat(lists.accounts(id)).extracting(ReviewedAccount::name).containsExactly("Bolt", "Acme");
        assertThat(progress(id).toDo()).hasValue(bolt);
        assertThat(review(id).week()).isEqualTo(LocalDate.of(2026, 11, 16));
    }

    @Test
    void startingAgainInTheSameWeekGoesOnWhereOneWas() {
        ReviewId id = begin(bolt, account);
        reviews.mark(id, bolt, Mark.REVIEWED, null);
        given.clock().tick(Duration.ofDays(1));

        assertThat(begin(bolt, account)).isEqualTo(id);
        assertThat(progress(id).toDo()).hasValue(account);
        assertThat(given.auditedActions()).containsExactly("review.started");
    }

    @Test
    void theNextWeekHasAReviewOfItsOwn() {
        ReviewId id = begin(bolt);
        given.clock().tick(Duration.ofDays(7));

        ReviewId next = begin(bolt);

        assertThat(next).isNotEqualTo(id);
        assertThat(lists.before(review(next)).map(Review::id)).hasValue(id);
    }

    @Test
    void eachMemberHasTheirOwn() {
        Member other = given.member("Otto", Role.CSM);
        ReviewId mine = begin(csm, bolt);
        ReviewId theirs = begin(other, bolt);
        reviews.mark(mine, bolt, Mark.REVIEWED, null);

        assertThat(progress(theirs).toDo()).hasValue(bolt);
        assertThat(lists.ofThisWeek(other.id())).extracting(Review::id).containsExactly(theirs);
        assertThat(lists.page(null, 1, 9)).extracting(Review::id).containsExactly(theirs, mine);
        assertThat(lists.count(csm.id())).isOne();
    }

    @Test
    void whoCameToTheListMeanwhileAppearsAndWhoLeftItUnseenDropsOut() {
        AccountId cobalt = given.account("Cobalt", csm);
        ReviewId id = begin(account, bolt);
        reviews.mark(id, account, Mark.REVIEWED, null);

        reviews.include(id, List.of(cobalt));

        assertThat(lists.accounts(id)).extracting(ReviewedAccount::name).containsExactly("Acme", "Cobalt");
    }

    @Test
    void marksAreCounted() {
        ReviewId id = begin(bolt, account);
        reviews.mark(id, bolt, Mark.FLAGGED, "The sponsor left.");
        reviews.mark(id, account, Mark.REVIEWED, " All is well. ");

        assertThat(review(id)).satisfies(it -> {
            assertThat(it.reviewed()).isOne();
            assertThat(it.flagged()).isOne();
            assertThat(it.left()).isZero();
        });
        assertThat(lists.accounts(id))
                .extracting(ReviewedAccount::note)
                .containsExactly("The sponsor left.", "All is well.");
    }

    @Test
    void aFlagSaysWhatItIsAbout() {
        ReviewId id = begin(bolt);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> reviews.mark(id, bolt, Mark.FLAGGED, " "))
                .withMessageContaining("note that says what the flag is about is missing");
    }

    @Test
    void nothingIsMarkedWhenTheWeekIsOver() {
        ReviewId id = begin(bolt);
        given.clock().tick(Duration.ofDays(4));

        assertThatThrownBy(() -> reviews.mark(id, bolt, Mark.REVIEWED, null))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("The week of this review, from 2026-11-16, is over: please start the review of this week.");
        assertThatThrownBy(() -> reviews.finish(id, actor)).isInstanceOf(TransitionRefused.class);
    }

    @Test
    void aReviewOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(this::begin)
                .withMessage("There is no account on “Watch list”, so there is nothing to review.");
    }

    @Test
    void aFinishedReviewGoesOnWhenSomethingIsLeft() {
        ReviewId id = begin(bolt, account);
        reviews.mark(id, bolt, Mark.REVIEWED, null);
        reviews.finish(id, actor);
        reviews.finish(id, actor);
        assertThat(review(id).isFinished()).isTrue();
        assertThat(given.audited("review.finished")).singleElement().asString().contains("\"left\": 1");

        begin(bolt, account);

        assertThat(review(id).isFinished()).isFalse();
    }

    @Test
    void aFinishedReviewStaysFinishedWhenNothingIsLeft() {
        ReviewId id = begin(bolt);
        reviews.mark(id, bolt, Mark.REVIEWED, null);
        reviews.finish(id, actor);

        begin(bolt);

        assertThat(review(id).isFinished()).isTrue();
    }

    @Test
    void theLastLookIsThatOfTheSameMemberInAnotherReview() {
        ReviewId id = begin(bolt);
        reviews.mark(id, bolt, Mark.REVIEWED, null);
        assertThat(lists.lastLook(review(id), bolt)).isEmpty();
        given.clock().tick(Duration.ofDays(7));

        ReviewId next = begin(bolt, account);

        assertThat(lists.lastLook(review(next), bolt))
                .hasValue(new Look(Given.THURSDAY, "Watch list", Mark.REVIEWED, null, null, null));
        assertThat(lists.lastLook(review(next), account)).isEmpty();
    }

    @Test
    void aFlagIsOpenUntilItIsAnswered() {
        ReviewId id = begin(bolt);
        reviews.mark(id, bolt, Mark.FLAGGED, "The sponsor left.");
        assertThat(flags.open(null, 9))
                .containsExactly(
                        new Flag(id, bolt, "Bolt", "Carla", "Watch list", "The sponsor left.", Given.THURSDAY));

        flags.settle(id, bolt, "I call their boss.", given.person("Mona"));

        assertThat(flags.open(null, 9)).isEmpty();
        assertThat(lists.accounts(id)).singleElement().satisfies(it -> {
            assertThat(it.answer()).isEqualTo("I call their boss.");
            assertThat(it.settledBy()).isEqualTo("Mona");
        });
        assertThatThrownBy(() -> flags.settle(id, bolt, "Once more.", actor)).isInstanceOf(TransitionRefused.class);
    }

    @Test
    void aLaterWordOfTheSameMemberTakesAFlagBack() {
        ReviewId id = begin(bolt);
        reviews.mark(id, bolt, Mark.FLAGGED, "The sponsor left.");
        given.clock().tick(Duration.ofDays(7));

        reviews.mark(begin(bolt), bolt, Mark.REVIEWED, "A new one is there.");

        assertThat(flags.open(csm.id(), 9)).isEmpty();
    }

    @Test
    void theNextOneIsBehindTheAccountAndThenAgainFromTheFirst() {
        AccountId cobalt = given.account("Cobalt", csm);
        ReviewId id = begin(account, bolt, cobalt);
        reviews.mark(id, bolt, Mark.REVIEWED, null);

        assertThat(progress(id).toDoAfter(account)).hasValue(cobalt);
        assertThat(progress(id).toDoAfter(cobalt)).hasValue(account);
        assertThat(progress(id).next(account)).hasValue(bolt);
        assertThat(progress(id).previous(account)).isEmpty();
        assertThat(progress(id).placeOf(cobalt)).isEqualTo(3);
    }
}
