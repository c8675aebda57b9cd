package ews.detection.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FalseAlarmsTest {

    @Test
    void fewerFalseAlarmsNeedMoreEvidence() {
        assertThat(FalseAlarms.leastEvidence(0.1))
                .isGreaterThan(FalseAlarms.leastEvidence(1))
                .isLessThan(FalseAlarms.leastEvidence(0.01));
    }

    @Test
    void thereIsAlwaysSomethingToProve() {
        assertThat(FalseAlarms.leastEvidence(1e6)).isEqualTo(1);
    }
}
