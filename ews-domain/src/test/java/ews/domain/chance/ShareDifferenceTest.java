package ews.domain.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareDifferenceTest {

    /** The examples of Newcombe 1998, table II, method 10, which takes 1.959964 where this takes 1.96. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1",
        "10, 10, 0, 10, 0.6075, 1"
    })
    void theIntervalIsThePublishedOne(int part, int whole, int otherPart, int otherWhole, double low, double high) {
        var difference = new ShareDifference(new Share(part, whole), new Share(otherPart, otherWhole));

        assertThat(difference.low()).isCloseTo(low, within(0.0002));
        assertThat(difference.high()).isCloseTo(high, within(0.0002));
        assertThat(difference.isCertain()).isEqualTo(low > 0);
    }

    @Test
    void theOtherWayRoundItIsTheOpposite() {
        var more = new Share(56, 70);
        var less = new Share(48, 80);

        assertThat(new ShareDifference(less, more).high()).isCloseTo(-0.0524, within(0.0002));
        assertThat(new ShareDifference(less, more).isCertain()).isTrue();
    }

    @Test
    void nothingIsNotCompared() {
        assertThatThrownBy(() -> new ShareDifference(new Share(1, 2), new Share(0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
