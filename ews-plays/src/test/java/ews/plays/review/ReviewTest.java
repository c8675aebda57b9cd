package ews.plays.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-19, 2026-11-16",
        "2026-12-27, 2026-12-21",
        "2026-12-31, 2026-12-28",
        "2027-01-01, 2026-12-28",
        "2027-01-03, 2026-12-28",
        "2027-01-04, 2027-01-04",
        "2028-02-29, 2028-02-28"
    })
    void aWeekBeginsOnMondayAlsoWhereTheYearChangesInIt(LocalDate day, LocalDate monday) {
        assertThat(Review.weekOf(day)).isEqualTo(monday);
    }
}
