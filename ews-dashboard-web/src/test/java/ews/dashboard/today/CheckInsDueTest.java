package ews.dashboard.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CheckInsDueTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

    private static String text(Map<LocalDate, Long> byDay) {
        return CheckInsDue.of(new TreeMap<>(byDay), List.of(), TODAY).text();
    }

    @Test
    void tellsHowManyAreDueAndHowManyOfThemAreOverdue() {
        assertThat(text(Map.of())).isEqualTo("None is due.");
        assertThat(text(Map.of(TODAY, 1L))).isEqualTo("1 is due.");
        assertThat(text(Map.of(TODAY, 2L, TODAY.minusDays(1), 3L))).isEqualTo("5 are due, 3 of them overdue.");
        assertThat(text(Map.of(TODAY.minusDays(9), 1L))).isEqualTo("1 is due, overdue.");
        assertThat(text(Map.of(TODAY.minusDays(9), 1L, TODAY.minusDays(2), 1L)))
                .isEqualTo("2 are due, all of them overdue.");
    }
}
