package ews.dashboard.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import ews.dashboard.meetings.Slot.Span;
import ews.dashboard.setup.Fields;
import ews.domain.time.OrganisationDays;
import ews.testing.TickingClock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotTest {

    private final TickingClock clock = new TickingClock(Instant.parse("2026-09-01T10:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2027-03-14, 02:30",
        "Europe/Berlin, 2027-03-28, 02:00",
        "Australia/Lord_Howe, 2026-10-04, 02:15",
        "America/Santiago, 2026-09-06, 00:30",
        "Africa/Cairo, 2027-04-30, 00:30"
    })
    void aTimeThatTheClockLeapsOverIsNone(ZoneId zone, String day, String time) {
        var fields = new Fields();

        assertThat(new Slot(day, time, "30").read(fields, new OrganisationDays(clock, zone)))
                .isNull();
        assertThat(fields.errors())
                .containsEntry("time", "On that day the clock leaps over this time. Please choose another.");
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2027-03-14, 03:00, 2027-03-14T07:00:00Z",
        "Europe/Berlin, 2026-10-25, 02:30, 2026-10-25T00:30:00Z",
        "Australia/Lord_Howe, 2027-04-04, 01:45, 2027-04-03T14:45:00Z",
        "America/Santiago, 2027-04-03, 23:30, 2027-04-04T02:30:00Z",
        "Africa/Cairo, 2026-10-29, 23:30, 2026-10-29T20:30:00Z",
        "Europe/Berlin, 2028-02-29, 10:00, 2028-02-29T09:00:00Z"
    })
    void aTimeIsTheFirstAtWhichTheClockShowsItAndReadsAsItWasTyped(
            ZoneId zone, String day, String time, Instant start) {
        var days = new OrganisationDays(clock, zone);

        assertThat(new Slot(day, time, "30").read(new Fields(), days)).isEqualTo(new Span(start, 30));
        assertThat(Slot.of(start, 30, days)).isEqualTo(new Slot(day, time, "30"));
    }
}
