package ews.detection.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PeerDistributionTest {

    private static final PeerDistribution TEN =
            new PeerDistribution(10, new double[] {1, 2, 2, 3, 5, 8, 13, 13, 13, 40});

    @Test
    void counts_those_with_less_and_half_of_those_with_the_same() {
        assertThat(TEN.percentile(0)).hasValue(0);
        assertThat(TEN.percentile(1)).hasValue(5);
        assertThat(TEN.percentile(2)).hasValue(20);
        assertThat(TEN.percentile(4)).hasValue(40);
        assertThat(TEN.percentile(13)).hasValue(75);
        assertThat(TEN.percentile(41)).hasValue(100);
    }

    @Test
    void a_few_are_no_group_to_compare_with() {
        assertThat(new PeerDistribution(4, new double[] {1, 2, 3, 4}).percentile(2))
                .isEmpty();
        assertThat(new PeerDistribution(5, new double[] {1, 2, 3, 4, 5}).percentile(3))
                .hasValue(50);
    }

    @Test
    void knows_how_far_another_one_is_away() {
        assertThat(TEN.distance(TEN)).isZero();
        assertThat(TEN.distance(new PeerDistribution(2, new double[] {100, 200})))
                .isEqualTo(1);
        assertThat(TEN.distance(new PeerDistribution(10, new double[] {1, 2, 2, 3, 5, 8, 13, 13, 40, 40})))
                .isEqualTo(0.1, within(1e-9));
        assertThat(TEN.distance(new PeerDistribution(0, new double[0]))).isEqualTo(1);
    }
}
