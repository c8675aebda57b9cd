package ews.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RocTest {

    @Test
    void perfectSeparationIsOneAndTheReverseNone() {
        assertThat(new Roc(new double[] {3, 4}, new double[] {1, 2}).area()).isEqualTo(1);
        assertThat(new Roc(new double[] {1, 2}, new double[] {3, 4}).area()).isZero();
    }

    @Test
    void tiesCountHalf() {
        assertThat(new Roc(new double[] {1, 1}, new double[] {1, 1}).area()).isEqualTo(0.5);
        assertThat(new Roc(new double[] {2}, new double[] {1, 2, 3}).area()).isEqualTo(0.5);
    }

    @Test
    void theIntervalHoldsTheArea() {
        double[] high = IntStream.range(0, 200).mapToDouble(i -> i % 50 + 10).toArray();
        double[] low = IntStream.range(0, 200).mapToDouble(i -> i % 50).toArray();
        var roc = new Roc(high, low);
        Roc.Interval interval = roc.bootstrap(500, 1);
        assertThat(roc.area()).isBetween(interval.low(), interval.high());
        assertThat(interval.high() - interval.low()).isCloseTo(0.1, within(0.06));
    }
}
