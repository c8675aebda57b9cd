package ews.plays.task;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.time.WorkingDays;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2026-11-19 is a Thursday. */
class ShiftTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-19, 2026-11-20, 1",
        "2026-11-19, 2026-11-23, 2",
        "2026-11-20, 2026-11-21, 0",
        "2026-11-21, 2026-11-23, 1",
        "2026-11-23, 2026-11-19, -2",
        "2026-11-19, 2026-11-19, 0"
    })
    void workingDaysAreCountedInEitherDirection(LocalDate from, LocalDate to, int days) {
        assertThat(Shift.between(from, to, WorkingDays.MONDAY_TO_FRIDAY).days()).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2026-11-19, 2026-11-23",
        "1, 2026-11-21, 2026-11-23",
        "-1, 2026-11-23, 2026-11-20",
        "-5, 2026-11-19, 2026-11-12",
        "0, 2026-11-21, 2026-11-21"
    })
    void whatMovesEndsUpOnAWorkingDay(int days, LocalDate from, LocalDate to) {
        assertThat(new Shift(days, WorkingDays.MONDAY_TO_FRIDAY).of(from)).isEqualTo(to);
    }
}
