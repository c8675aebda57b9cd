package ews.detection.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.suggestion.Learning.Learned;
import ews.detection.suggestion.Learning.Lesson;
import ews.domain.account.AccountId;
import ews.domain.metric.Measurement;
import ews.domain.score.HealthProfile;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.MissingData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Three indicators; one in four accounts cancels. */
class LearningTest {

    private static final LocalDate CANCELLED = LocalDate.of(2026, 3, 1);
    private static final HealthProfile PROFILE = profile(20, 50, 30);

    private final Random random = new Random(3);

    private interface Account {
        /** The goodness of the indicators of one account. */
        List<Double> goodness(boolean cancels);
    }

    private static List<Look> looks(Account account) {
        var looks = new ArrayList<Look>();
        for (int i = 0; i < 800; i++) {
            boolean cancels = i % 4 == 0;
            looks.add(new Look(new AccountId(i), cancels ? CANCELLED : null, account.goodness(cancels)));
        }
        return looks;
    }

    private double anything() {
        return random.nextDouble();
    }

    private double telling(boolean cancels) {
        return Math.clamp(random.nextGaussian(cancels ? 0.4 : 0.6, 0.2), 0, 1);
    }

    @Test
    void what_foretells_weighs_clearly_more_than_noise() {
        List<Learned> learned = Learning.weights(
                        PROFILE, looks(cancels -> List.of(telling(cancels), anything(), anything())))
                .orElseThrow();

        assertThat(learned.get(0).weight()).isGreaterThan(70);
        assertThat(learned.get(0).lesson()).isEqualTo(Lesson.COUNTS);
        assertThat(learned.stream().mapToInt(Learned::weight).sum()).isEqualTo(100);
    }

    @Test
    void what_speaks_against_health_gets_nothing() {
        List<Learned> learned = Learning.weights(
                        PROFILE, looks(cancels -> List.of(telling(cancels), telling(!cancels), telling(cancels))))
                .orElseThrow();

        assertThat(learned.get(1)).isEqualTo(new Learned(0, Lesson.NOTHING));
        assertThat(learned.get(0).weight()).isBetween(40, 60);
        assertThat(learned.get(2).weight()).isEqualTo(100 - learned.get(0).weight());
    }

    @Test
    void what_is_hardly_known_or_always_the_same_keeps_its_weight() {
        List<Learned> learned = Learning.weights(PROFILE, looks(cancels -> List.of(telling(cancels), Double.NaN, 1.0)))
                .orElseThrow();

        assertThat(learned)
                .containsExactly(
                        new Learned(20, Lesson.COUNTS),
                        new Learned(50, Lesson.TOO_LITTLE_DATA),
                        new Learned(30, Lesson.TOO_LITTLE_DATA));
    }

    @Test
    void that_an_indicator_has_no_data_speaks_neither_way() {
        List<Learned> learned = Learning.weights(
                        PROFILE,
                        looks(cancels -> List.of(telling(cancels), cancels ? Double.NaN : anything(), anything())))
                .orElseThrow();

        assertThat(learned.get(1).weight()).isLessThan(20);
    }

    @Test
    void learns_nothing_where_everything_was_better_before_cancellations() {
        assertThat(Learning.weights(
                        PROFILE, looks(cancels -> List.of(telling(!cancels), telling(!cancels), telling(!cancels)))))
                .isEmpty();
    }

    @Test
    void learns_the_same_again() {
        List<Look> looks = looks(cancels -> List.of(telling(cancels), anything(), telling(cancels)));

        assertThat(Learning.weights(PROFILE, looks)).isEqualTo(Learning.weights(PROFILE, looks));
    }

    private static HealthProfile profile(int... weights) {
        var indicators = new ArrayList<Indicator>();
        for (int weight : weights) {
            var metric = new Measurement("attribute", 0, "a" + indicators.size());
            indicators.add(new Indicator(IndicatorGroup.PRODUCT_USAGE, metric, 0, 1, weight, MissingData.EXCLUDED));
        }
        return new HealthProfile(indicators, 75, 50, 1);
    }
}
