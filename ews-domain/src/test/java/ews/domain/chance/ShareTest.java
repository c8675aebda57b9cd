package ews.domain.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    /** As in tables of the score interval, for example of R's {@code prop.test(correct = FALSE)}. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.2775",
        "1, 10, 0.0179, 0.4042",
        "3, 12, 0.0889, 0.5323",
        "10, 10, 0.7225, 1",
        "50, 200, 0.1951, 0.3143"
    })
    void aShareIsToldAsFarAsChanceAllows(int part, int whole, double low, double high) {
        var share = new Share(part, whole);

        assertThat(share.low()).isCloseTo(low, within(0.0005));
        assertThat(share.high()).isCloseTo(high, within(0.0005));
    }

    @Test
    void ofNothingNothingIsKnown() {
        assertThat(new Share(0, 0).low()).isZero();
        assertThat(new Share(0, 0).high()).isEqualTo(1);
    }

    @Test
    void moreThanAllIsNoShare() {
        assertThatThrownBy(() -> new Share(3, 2)).hasMessage("3 of 2 is no share");
    }
}
