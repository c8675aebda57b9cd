package ews.plays.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ews.domain.account.AccountId;
import ews.domain.score.Band;
import ews.plays.review.Move.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MovesTest {

    private static ReviewedAccount account(String name, @Nullable Band band, @Nullable Integer score) {
        return new ReviewedAccount(
                new AccountId(name.hashCode()), name, name, Mark.REVIEWED, null, null, band, score, null, null);
    }

    @Test
    void tellsWhoGotWorseOrBetterAndWhoCameAndLeft() {
        var before = List.of(
                account("steady", Band.GOOD, 800),
                account("better", Band.POOR, 300),
                account("worse", Band.GOOD, 750),
                account("gone", Band.AVERAGE, 500));
        var now = List.of(
                account("steady", Band.GOOD, 790),
                account("better", Band.AVERAGE, 510),
                account("worse", Band.POOR, 290),
                account("new", Band.POOR, 200));

        assertThat(Moves.between(before, now))
                .extracting(Move::name, Move::kind, Move::points)
                .containsExactly(
                        tuple("worse", Kind.WORSE, -460),
                        tuple("better", Kind.BETTER, 210),
                        tuple("new", Kind.CAME, null),
                        tuple("gone", Kind.LEFT, null));
    }

    @Test
    void saysNothingOfBandsThatAreUnknown() {
        assertThat(Moves.between(
                        List.of(account("a", Band.UNKNOWN, null), account("b", null, null)),
                        List.of(account("a", Band.POOR, 200), account("b", Band.POOR, 200))))
                .isEmpty();
    }
}
