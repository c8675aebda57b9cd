package ews.detection.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GrowthTest {

    @Test
    void tenPercentAWeekIsFound() {
        assertThat(Growth.weekly(100, 110, 121, 133, 146, 161, 177, 195)).isCloseTo(Math.log(1.1), within(0.002));
    }

    @Test
    void oneOddWeekDoesNotChangeIt() {
        assertThat(Growth.weekly(100, 110, 121, 13, 146, 161, 177, 195, 214, 236))
                .isCloseTo(Math.log(1.1), within(0.02));
    }

    @Test
    void goingUpAndDownIsHardlyGrowth() {
        assertThat(Growth.weekly(100, 112, 99, 107, 103, 95, 110, 101)).isLessThan(0.03);
    }

    @Test
    void aDeclineIsNoGrowth() {
        assertThat(Growth.weekly(195, 177, 161, 146, 133, 121, 110, 100)).isZero();
    }

    @Test
    void fourWeeksAreTooFew() {
        assertThat(Growth.weekly(100, 200, 300, 400)).isZero();
    }
}
