package ews.plays.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTimesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static QuietTimes times(@Nullable String from, @Nullable String to, boolean weekends) {
        return new QuietTimes(
                BERLIN,
                from == null ? null : LocalTime.parse(from),
                to == null ? null : LocalTime.parse(to),
                weekends,
                LocalTime.of(8, 0));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "20:00, 07:00, 2026-11-19T19:59, false",
        "20:00, 07:00, 2026-11-19T20:00, true",
        "20:00, 07:00, 2026-11-20T06:59, true",
        "20:00, 07:00, 2026-11-20T07:00, false",
        "12:00, 13:00, 2026-11-19T12:30, true",
        "12:00, 13:00, 2026-11-19T11:59, false",
        "12:00, 13:00, 2026-11-19T13:00, false"
    })
    void hoursAreThoseOfTheClockOnTheWall(String from, String to, String moment, boolean quiet) {
        assertThat(times(from, to, false).isQuiet(at(moment))).isEqualTo(quiet);
    }

    @Test
    void nothingIsQuietByItself() {
        QuietTimes times = QuietTimes.none(BERLIN);

        assertThat(times.isQuiet(at("2026-11-21T03:00"))).isFalse();
        assertThat(times.awake(at("2026-11-21T03:00"))).isEqualTo(at("2026-11-21T03:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-19T10:00, 2026-11-19T10:00",
        "2026-11-19T21:00, 2026-11-20T07:00",
        "2026-11-20T03:00, 2026-11-20T07:00",
        // From Friday evening over the weekend, and over the hours of Monday's night.
        "2026-11-20T21:00, 2026-11-23T07:00",
        "2026-11-21T12:00, 2026-11-23T07:00"
    })
    void whatComesInQuietTimesWaitsUntilTheyEnd(String moment, String awake) {
        assertThat(times("20:00", "07:00", true).awake(at(moment))).isEqualTo(at(awake));
    }

    @Test
    void hoursEndOnceWhereClocksChange() {
        // In Berlin 02:00 to 03:00 does not exist on 28 March 2027, and happens twice on 25 October 2026.
        assertThat(times("23:00", "02:30", false).awake(at("2027-03-28T01:00")))
                .isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
        QuietTimes autumn = times("23:00", "02:30", false);
        Instant awake = autumn.awake(at("2026-10-25T01:00"));
        assertThat(awake).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(autumn.isQuiet(awake)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-19T07:59, 2026-11-18T08:00, 2026-11-19T08:00",
        "2026-11-19T08:00, 2026-11-19T08:00, 2026-11-20T08:00",
        "2026-11-20T09:00, 2026-11-20T08:00, 2026-11-23T08:00",
        "2026-11-21T09:00, 2026-11-20T08:00, 2026-11-23T08:00",
        "2026-11-23T07:00, 2026-11-20T08:00, 2026-11-23T08:00"
    })
    void thereIsADigestEachMorningButOnQuietWeekends(String moment, String last, String next) {
        QuietTimes times = times(null, null, true);

        assertThat(times.lastDigest(at(moment))).isEqualTo(at(last));
        assertThat(times.nextDigest(at(moment))).isEqualTo(at(next));
    }

    @Test
    void theDigestComesAtTheSameTimeOnTheWallInSummerAndWinter() {
        QuietTimes times = QuietTimes.none(BERLIN);

        assertThat(times.nextDigest(Instant.parse("2027-03-27T08:00:00Z")))
                .isEqualTo(Instant.parse("2027-03-28T06:00:00Z"));
    }

    @Test
    void hoursNeedABeginningAndAnEnd() {
        assertThatThrownBy(() -> times("20:00", null, false))
                .hasMessage("Quiet hours need both a beginning and an end");
        assertThatThrownBy(() -> times("20:00", "20:00", false))
                .hasMessage("Quiet hours must end at another time than they begin");
    }
}
