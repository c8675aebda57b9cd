package ews.detection.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.past.Horizon;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class PeriodsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 17);

    @Test
    void no_cancellation_that_is_learned_from_happens_in_the_time_that_is_judged() {
        Periods periods = Periods.of(TODAY, TODAY.minusYears(5));

        LocalDate lastLesson = periods.training().getLast();
        assertThat(lastLesson.plusDays(Horizon.DAYS)).isBefore(periods.judged().getFirst());
    }

    @Test
    void what_became_of_each_look_is_known_today() {
        Periods periods = Periods.of(TODAY, TODAY.minusYears(5));

        assertThat(periods.judged().getLast().plusDays(Horizon.DAYS)).isBeforeOrEqualTo(TODAY);
    }

    @Test
    void looks_at_two_years_and_learns_from_more_than_it_judges_by() {
        Periods periods = Periods.of(TODAY, TODAY.minusYears(5));

        assertThat(ChronoUnit.DAYS.between(periods.training().getFirst(), TODAY))
                .isBetween(710L, 731L);
        assertThat(periods.training()).hasSizeGreaterThan(periods.judged().size());
        assertThat(periods.judged()).hasSizeGreaterThan(10);
    }

    @Test
    void a_short_past_is_split_as_well() {
        Periods periods = Periods.of(TODAY, TODAY.minusDays(300));

        assertThat(periods.training()).isNotEmpty();
        assertThat(periods.judged()).isNotEmpty();
        assertThat(periods.training().getFirst()).isAfterOrEqualTo(TODAY.minusDays(300));
    }

    @Test
    void a_past_shorter_than_the_gap_is_none() {
        assertThat(Periods.of(TODAY, TODAY.minusDays(170)).isEmpty()).isTrue();
        assertThat(Periods.of(TODAY, TODAY).isEmpty()).isTrue();
    }
}
