package ews.detection.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final QuietHours NIGHTS = hours("20:00", "07:30", false);
    private static final QuietHours NIGHTS_AND_WEEKENDS = hours("20:00", "07:30", true);

    @ParameterizedTest
    @CsvSource({
        "2026-11-19T20:00, 2026-11-20T07:30", // Thursday evening
        "2026-11-19T23:59, 2026-11-20T07:30",
        "2026-11-20T00:00, 2026-11-20T07:30",
        "2026-11-20T07:29, 2026-11-20T07:30",
        "2026-11-21T12:00,", // Saturday
        "2026-11-19T19:59,",
        "2026-11-20T07:30,",
    })
    void nightsLastUntilMorning(String moment, @Nullable String end) {
        assertThat(endAfter(NIGHTS, moment)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T21:00, 2026-11-23T07:30", // Friday evening to Monday
        "2026-11-21T12:00, 2026-11-23T07:30",
        "2026-11-22T23:00, 2026-11-23T07:30",
        "2026-11-23T08:00,",
    })
    void aNightLeadsIntoAWeekendAndThatIntoTheNextNight(String moment, @Nullable String end) {
        assertThat(endAfter(NIGHTS_AND_WEEKENDS, moment)).isEqualTo(end);
    }

    @Test
    void weekendsAloneEndAtMidnight() {
        var weekends = new QuietHours(null, null, true);

        assertThat(endAfter(weekends, "2026-11-21T09:00")).isEqualTo("2026-11-23T00:00");
        assertThat(endAfter(weekends, "2026-11-20T23:59")).isNull();
    }

    @Test
    void hoursWithinADayEndOnTheSameDay() {
        assertThat(endAfter(hours("12:00", "13:00", false), "2026-11-20T12:30")).isEqualTo("2026-11-20T13:00");
    }

    @Test
    void anEndThatTheClockLeapsOverComesRightAfterTheLeap() {
        QuietHours quiet = hours("22:00", "02:30", false);

        assertThat(endAfter(quiet, "2026-03-28T23:00")).isEqualTo("2026-03-29T03:00");
    }

    @Test
    void anEndThatTheClockShowsTwiceComesOnce() {
        QuietHours quiet = hours("22:00", "02:30", false);

        assertThat(endAfter(quiet, "2026-10-24T23:00")).isEqualTo("2026-10-25T02:30");
        assertThat(quiet.endAfter(Instant.parse("2026-10-25T01:15:00Z").atZone(BERLIN)))
                .as("at 02:15 for the second time")
                .isEmpty();
    }

    @Test
    void halfAPairAndNothingAtAllAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuietHours(LocalTime.NOON, null, true))
                .withMessageContaining("both a beginning and an end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hours("07:00", "07:00", false))
                .withMessageContaining("another time");
        assertThatIllegalArgumentException().isThrownBy(() -> new QuietHours(null, null, false));
    }

    private static QuietHours hours(String from, String to, boolean weekends) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), weekends);
    }

    private static @Nullable String endAfter(QuietHours quiet, String moment) {
        return quiet.endAfter(LocalDateTime.parse(moment).atZone(BERLIN))
                .map(it -> it.toLocalDateTime().toString())
                .orElse(null);
    }
}
