package ews.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks change by an hour at night, by half an hour on Lord Howe Island, and at midnight in Santiago and Cairo. */
class DailyHoursTest {

    private static Optional<Instant> end(LocalTime from, LocalTime to, ZonedDateTime moment) {
        return new DailyHours(from, to).endAfter(moment).map(ZonedDateTime::toInstant);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 22:00, 02:30, 2027-03-13T23:00, 2027-03-14T07:00:00Z",
        "Europe/Berlin, 22:00, 02:30, 2027-03-27T23:00, 2027-03-28T01:00:00Z",
        "Australia/Lord_Howe, 22:00, 02:15, 2026-10-03T23:00, 2026-10-03T15:30:00Z",
        "America/Santiago, 20:00, 00:30, 2026-09-05T21:00, 2026-09-06T04:00:00Z",
        "Africa/Cairo, 20:00, 00:30, 2027-04-29T21:00, 2027-04-29T22:00:00Z"
    })
    void anEndThatTheClockLeapsOverIsTheMomentOfTheLeap(
            ZoneId zone, LocalTime from, LocalTime to, LocalDateTime moment, Instant end) {
        assertThat(end(from, to, moment.atZone(zone))).contains(end);
        assertThat(end(from, to, end.atZone(zone))).as("right after the leap").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 22:00, 01:30, 2026-10-31T23:00, 2026-11-01T05:30:00Z, 2026-11-01T06:15:00Z",
        "Europe/Berlin, 22:00, 02:30, 2026-10-24T23:00, 2026-10-25T00:30:00Z, 2026-10-25T01:15:00Z",
        "Australia/Lord_Howe, 22:00, 01:45, 2027-04-03T23:00, 2027-04-03T14:45:00Z, 2027-04-03T15:10:00Z",
        "America/Santiago, 20:00, 23:30, 2027-04-03T21:00, 2027-04-04T02:30:00Z, 2027-04-04T03:15:00Z",
        "Africa/Cairo, 20:00, 23:30, 2026-10-29T21:00, 2026-10-29T20:30:00Z, 2026-10-29T21:15:00Z"
    })
    void anEndThatTheClockShowsTwiceComesTheFirstTime(
            ZoneId zone, LocalTime from, LocalTime to, LocalDateTime moment, Instant end, Instant again) {
        assertThat(end(from, to, moment.atZone(zone))).contains(end);
        assertThat(end(from, to, again.atZone(zone)))
                .as("when the clock shows the same again")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 02:15, 02:45, 2027-03-28T01:00:00Z",
        "Australia/Lord_Howe, 02:05, 02:25, 2026-10-03T15:30:00Z",
        "America/Santiago, 00:15, 00:45, 2026-09-06T04:00:00Z"
    })
    void hoursThatTheClockLeapsOverDoNotTakePlaceOnThatDay(ZoneId zone, LocalTime from, LocalTime to, Instant leap) {
        assertThat(end(from, to, leap.minusSeconds(1).atZone(zone))).isEmpty();
        assertThat(end(from, to, leap.atZone(zone))).isEmpty();
    }
}
