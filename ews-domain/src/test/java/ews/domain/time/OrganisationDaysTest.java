package ews.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import ews.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationDaysTest {

    private static OrganisationDays in(ZoneId zone) {
        return new OrganisationDays(new TickingClock(Instant.EPOCH), zone);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2027-03-14, PT23H",
        "America/New_York, 2026-11-01, PT25H",
        "Europe/Berlin, 2027-03-28, PT23H",
        "Australia/Lord_Howe, 2026-10-04, PT23H30M",
        "Australia/Lord_Howe, 2027-04-04, PT24H30M",
        "America/Santiago, 2026-09-06, PT23H",
        "America/Santiago, 2027-04-03, PT25H",
        "Africa/Cairo, 2027-04-30, PT23H",
        "Africa/Cairo, 2026-10-29, PT25H"
    })
    void daysAreShorterAndLongerWhereClocksChange(ZoneId zone, LocalDate day, Duration length) {
        OrganisationDays days = in(zone);

        assertThat(Duration.between(days.startOf(day), days.startOf(day.plusDays(1))))
                .isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/New_York",
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "America/Santiago",
                "Africa/Cairo",
                "Pacific/Chatham"
            })
    void everyMomentIsOfOneDayAlsoAtTheEndOfYearsAndOnLeapDays(String zone) {
        OrganisationDays days = in(ZoneId.of(zone));

        LocalDate.of(2026, 9, 1).datesUntil(LocalDate.of(2028, 4, 1)).forEach(day -> {
            assertThat(days.dayOf(days.startOf(day))).isEqualTo(day);
            assertThat(days.dayOf(days.startOf(day).minusNanos(1))).isEqualTo(day.minusDays(1));
        });
    }
}
