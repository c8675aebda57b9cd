package ews.domain.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "de, 2027-10-03, German Unity Day",
        "de-by, 2027-01-06, Epiphany",
        "de-by-ag, 2027-08-08, Peace Festival",
        "gb-eng, 2027-08-30, Summer Bank Holiday",
        "us, 2027-11-25, Thanksgiving Day",
        "fr, 2028-07-14, National Day"
    })
    void aRegionHasTheHolidaysOfItsCountryAndItsOwn(String region, LocalDate day, String name) {
        assertThat(of(region)).containsEntry(day, name);
    }

    @Test
    void aPartHasMoreThanItsCountry() {
        assertThat(of("de-by").keySet()).containsAll(of("de").keySet());
        assertThat(of("de")).doesNotContainKey(LocalDate.of(2027, 1, 6));
    }

    @Test
    void aHolidayThatIsMadeUpForIsThatOtherDay() {
        assertThat(of("gb-eng"))
                .as("Christmas 2027 is on a Saturday")
                .containsKeys(LocalDate.of(2027, 12, 27), LocalDate.of(2027, 12, 28))
                .doesNotContainKey(LocalDate.of(2027, 12, 25));
    }

    @Test
    void countriesAreOfferedByNameWithTheirParts() {
        assertThat(PublicHolidays.countries())
                .extracting(Region::name)
                .contains("Germany", "United Kingdom", "United States")
                .doesNotContain("New York Stock Exchange")
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER)
                .allSatisfy(name -> assertThat(name).hasSizeGreaterThan(3));
        assertThat(PublicHolidays.partsOf("de"))
                .contains(
                        new Region("de-by", "Germany, Bavaria"), new Region("de-by-ag", "Germany, Bavaria, Augsburg"));
        assertThat(PublicHolidays.partsOf("jp")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zz", "DE", "de-", "de-xx", "nyse", "../../etc", "de\0"})
    void whatIsNoRegionIsNone(String code) {
        assertThat(PublicHolidays.region(code)).isEmpty();
        assertThat(PublicHolidays.partsOf(code)).isEmpty();
    }

    private static SortedMap<LocalDate, String> of(String region) {
        return PublicHolidays.of(PublicHolidays.region(region).orElseThrow(), Year.of(2027), Year.of(2028));
    }
}
