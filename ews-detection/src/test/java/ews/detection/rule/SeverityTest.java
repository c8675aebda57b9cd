package ews.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.metric.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {

    @ParameterizedTest
    @CsvSource({
        "32, 42, 42, true",
        "32, 42, 41.9, false",
        "32, 42, 10, false",
        "35, 30, 30, true",
        "35, 30, 30.1, false",
        "35, 30, 60, false",
        "100, 100, 100, false",
        "0, 0, 0, false"
    })
    void itIsWorseOnceItGetsAsFarAsItWasSaidTo(double before, double worseAt, double now, boolean worse) {
        assertThat(Severity.isWorse(before, worseAt, now)).isEqualTo(worse);
    }

    @Test
    void whatWorseMeansIsSaidInTheUnitOfTheRule() {
        assertThat(Severity.worse("the fall of active users", 32, 42, Unit.PERCENT))
                .isEqualTo("the fall of active users is 42 % or more (it was 32 %)");
        assertThat(Severity.worse("the health score", 35, 30, Unit.POINTS))
                .isEqualTo("the health score is 30 points or less (it was 35 points)");
        assertThat(Severity.worse("use of report", 0, 0, Unit.USES_PER_USER))
                .isEqualTo("use of report cannot go further than 0 uses per user");
    }

    @Test
    void aSeverityIsANumber() {
        assertThatThrownBy(() -> new Severity("use of report", Double.NaN, 1, Unit.USERS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
