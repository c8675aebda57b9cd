package ews.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    /** 2026-11-19 is a Thursday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-19, 0, 2026-11-19",
        "2026-11-19, 1, 2026-11-20",
        "2026-11-19, 2, 2026-11-23",
        "2026-11-19, 6, 2026-11-27",
        "2026-11-19, 7, 2026-11-30",
        "2026-11-20, 1, 2026-11-23",
        "2026-11-21, 0, 2026-11-23",
        "2026-11-21, 1, 2026-11-23",
        "2026-11-22, 1, 2026-11-23",
        "2026-11-22, 5, 2026-11-27",
        "2026-12-31, 1, 2027-01-01",
        "2028-02-28, 1, 2028-02-29"
    })
    void weekendsAreSkipped(LocalDate start, int days, LocalDate due) {
        assertThat(WorkingDays.MONDAY_TO_FRIDAY.after(start, days)).isEqualTo(due);
    }

    /** Christmas Day 2026 and New Year's Day 2027 are Fridays; 1 January 2028 is a Saturday. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-24, 1, 2026-12-28",
        "2026-12-31, 0, 2026-12-31",
        "2026-12-31, 1, 2027-01-04",
        "2026-12-23, 6, 2027-01-04",
        "2027-12-31, 1, 2028-01-03"
    })
    void holidaysOfTheOldAndTheNewYearAreSkipped(LocalDate start, int days, LocalDate due) {
        var holidays = Set.of(MonthDay.of(12, 25), MonthDay.of(1, 1));
        var workingDays = new WorkingDays(day -> holidays.contains(MonthDay.from(day)));

        assertThat(workingDays.after(start, days)).isEqualTo(due);
    }

    @Test
    void daysAreCountedForwardOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingDays.MONDAY_TO_FRIDAY.after(LocalDate.of(2026, 11, 19), -1));
    }
}
