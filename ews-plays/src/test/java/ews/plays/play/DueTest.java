package ews.plays.play;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.time.WorkingDays;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DueTest {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);

    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({"29, 2026-12-18", "30, 2026-12-21", "31, 2026-12-21", "32, 2026-12-21", "33, 2026-12-22"})
    void aCalendarDayAtTheWeekendIsDueOnMonday(int days, LocalDate due) {
        assertThat(Due.calendarDays(days).day(THURSDAY, THURSDAY, WorkingDays.MONDAY_TO_FRIDAY))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"0, 2026-11-27", "1, 2026-11-30", "3, 2026-12-02"})
    void itCanBeCountedFromTheStepBefore(int days, LocalDate due) {
        LocalDate before = LocalDate.of(2026, 11, 27);

        assertThat(Due.workingDays(days).afterTheStepBefore().day(THURSDAY, before, WorkingDays.MONDAY_TO_FRIDAY))
                .isEqualTo(due);
    }

    @Test
    void itReadsAsWords() {
        assertThat(Due.workingDays(0).text()).isEqualTo("on the first day");
        assertThat(Due.workingDays(1).text()).isEqualTo("within 1 working day");
        assertThat(Due.calendarDays(30).text()).isEqualTo("within 30 days");
        assertThat(Due.workingDays(3).afterTheStepBefore().text()).isEqualTo("3 working days after the step before");
        assertThat(Due.calendarDays(1).afterTheStepBefore().text()).isEqualTo("1 day after the step before");
        assertThat(Due.calendarDays(0).afterTheStepBefore().text()).isEqualTo("on the day of the step before");
    }

    @Test
    void whatWasWrittenBeforeThereWasAChoiceIsCountedFromTheStart() {
        assertThat(json.readValue("{\"days\":2,\"unit\":\"working_days\"}", Due.class))
                .isEqualTo(Due.workingDays(2));
    }

    @Test
    void itIsReadAsItWasWritten() {
        Due due = Due.calendarDays(2).afterTheStepBefore();

        assertThat(json.readValue(json.writeValueAsString(due), Due.class)).isEqualTo(due);
        assertThat(json.writeValueAsString(due)).contains("\"from\":\"previous_step\"");
    }
}
