package ews.detection.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ews.domain.account.AccountId;
import ews.domain.score.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RocCurveTest {

    private record Seen(long account, int tenths, boolean cancelled) {}

    @Test
    void is_one_where_all_that_cancelled_had_less() {
        assertThat(area(List.of(new Seen(1, 100, true), new Seen(2, 101, false), new Seen(3, 1000, false)))
                        .area())
                .isEqualTo(1);
    }

    @Test
    void is_a_half_where_scores_say_nothing() {
        assertThat(area(List.of(new Seen(1, 500, true), new Seen(2, 500, false)))
                        .area())
                .isEqualTo(0.5);
    }

    @Test
    void needs_some_of_both() {
        var curve = new RocCurve();
        curve.add(Points.of(50), true, RocCurve.countsOf(new AccountId(1)));

        assertThat(curve.area()).isEmpty();
        assertThat(new RocCurve().area()).isEmpty();
    }

    /** By definition: the share of pairs in which the one that cancelled had less, ties counting half. */
    @Test
    void is_the_share_of_pairs_that_are_in_the_right_order() {
        var random = new Random(5);
        List<Seen> seen = observations(random, 300);

        double right = 0;
        double pairs = 0;
        for (Seen one : seen) {
            for (Seen other : seen) {
                if (one.cancelled && !other.cancelled) {
                    pairs++;
                    right += one.tenths < other.tenths ? 1 : one.tenths == other.tenths ? 0.5 : 0;
                }
            }
        }

        assertThat(area(seen).area()).isCloseTo(right / pairs, within(1e-12));
    }

    @Test
    void its_interval_holds_it_and_narrows_with_more_accounts() {
        RocArea few = area(observations(new Random(1), 100));
        RocArea many = area(observations(new Random(1), 10_000));

        assertThat(few.area()).isBetween(few.from(), few.to());
        assertThat(many.area()).isBetween(many.from(), many.to());
        assertThat(many.to() - many.from()).isLessThan((few.to() - few.from()) / 4);
    }

    /** Looking at the same account a hundred times is not knowing a hundred accounts. */
    @Test
    void looking_more_often_at_the_same_accounts_does_not_narrow_it() {
        List<Seen> once = observations(new Random(2), 200);
        var often = new ArrayList<Seen>();
        for (int i = 0; i < 100; i++) {
            often.addAll(once);
        }

        RocArea one = area(once);
        RocArea hundred = area(often);
        assertThat(hundred.to() - hundred.from()).isCloseTo(one.to() - one.from(), within(1e-12));
    }

    @Test
    void is_the_same_in_whatever_order_and_parts_accounts_come() {
        List<Seen> seen = observations(new Random(3), 1_000);
        var first = new RocCurve();
        var second = new RocCurve();
        seen.reversed().forEach(it -> add(it.account % 2 == 0 ? first : second, it));
        first.add(second);

        assertThat(first.area()).contains(area(seen));
    }

    /** How wide an interval should be is known for independent accounts (Hanley and McNeil, 1982). */
    @Test
    void its_interval_is_as_wide_as_theory_says() {
        RocArea area = area(observations(new Random(4), 5_000));

        double a = area.area();
        double q1 = a / (2 - a);
        double q2 = 2 * a * a / (1 + a);
        double variance = (a * (1 - a) + (area.cancelled() - 1) * (q1 - a * a) + (area.stayed() - 1) * (q2 - a * a))
                / (area.cancelled() * (double) area.stayed());
        assertThat((area.to() - area.from()) / 2).isCloseTo(1.96 * Math.sqrt(variance), within(0.004));
    }

    /** One in ten cancels, and has 10 points less in the mean. */
    private static List<Seen> observations(Random random, int accounts) {
        var seen = new ArrayList<Seen>();
        for (int account = 1; account <= accounts; account++) {
            boolean cancelled = account % 10 == 0;
            double score = 60 + 15 * random.nextGaussian() - (cancelled ? 10 : 0);
            seen.add(new Seen(account, Math.clamp(Math.round(score * 10), 0, 1000), cancelled));
        }
        return seen;
    }

    private static RocArea area(List<Seen> seen) {
        var curve = new RocCurve();
        seen.forEach(it -> add(curve, it));
        return curve.area().orElseThrow();
    }

    private static void add(RocCurve curve, Seen seen) {
        curve.add(new Points(seen.tenths), seen.cancelled, RocCurve.countsOf(new AccountId(seen.account)));
    }
}
