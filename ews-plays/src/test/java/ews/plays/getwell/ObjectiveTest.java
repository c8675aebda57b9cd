package ews.plays.getwell;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.metric.Measurement;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveTest {

    private static Objective objective(boolean atLeast, double target, @Nullable Double start) {
        LocalDate day = LocalDate.of(2026, 11, 19);
        return new Objective(1, "More users", new Measurement("active_users", 28), atLeast, target, start, day, day);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  80, 20, 20,   0",
        "true,  80, 20, 50,  50",
        "true,  80, 20, 10,   0",
        "true,  80, 20, 80, 100",
        "true,  80, 20, 90, 100",
        "false, 10, 30, 25,  25",
        "false, 10, 30, 40,   0",
        "false, 10, 30,  9, 100",
        "true,  80, 85, 70,   0"
    })
    void progressIsTheWayFromTheStartToTheTarget(
            boolean atLeast, double target, double start, double now, double percent) {
        assertThat(objective(atLeast, target, start).progress(OptionalDouble.of(now)))
                .hasValue(percent);
    }

    @Test
    void withoutAStartThereIsOnlyTheEndOfTheWay() {
        assertThat(objective(true, 80, null).progress(OptionalDouble.of(79))).hasValue(0);
        assertThat(objective(true, 80, null).progress(OptionalDouble.of(80))).hasValue(100);
    }

    @Test
    void withoutDataNothingIsMet() {
        assertThat(objective(false, 80, 90.0).progress(OptionalDouble.empty())).isEmpty();
        assertThat(objective(false, 80, 90.0).isMet(OptionalDouble.empty())).isFalse();
    }

    @Test
    void theGoalIsSaidInItsUnit() {
        assertThat(objective(true, 80, null).goal()).isEqualTo("at least 80 users");
        assertThat(objective(false, 1, null).goal()).isEqualTo("at most 1 user");
    }
}
