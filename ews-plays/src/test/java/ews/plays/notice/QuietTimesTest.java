package ews.plays.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
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
                .isEqualTo(Instant.parse("2027-03-28T01:00:00Z"));
        QuietTimes autumn = times("23:00", "02:30", false);
        Instant awake = autumn.awake(at("2026-10-25T01:00"));
        assertThat(awake).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(autumn.isQuiet(awake)).isFalse();
        Instant again = Instant.parse("2026-10-25T01:15:00Z");
        assertThat(autumn.awake(again)).as("at 02:15 for the second time").isEqualTo(again);
    }

    /** From the autumn of 2026 on, over two changes of each clock, the ends of two years, and 29 February 2028. */
    private static Stream<Instant> quartersOfAnHour() {
        Instant first = Instant.parse("2026-09-01T00:00:00Z");
        return Stream.iterate(first, it -> it.plus(Duration.ofMinutes(15))).limit(4L * 24 * 600);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 22:00, 01:30",
        "America/New_York, 22:00, 02:30",
        "Europe/Berlin, 22:00, 02:30",
        "Europe/Berlin, 02:30, 07:00",
        "Australia/Lord_Howe, 22:00, 01:45",
        "Australia/Lord_Howe, 22:00, 02:15",
        "America/Santiago, 20:00, 23:30",
        "America/Santiago, 20:00, 00:30",
        "Africa/Cairo, 20:00, 23:30",
        "Africa/Cairo, 00:00, 07:00"
    })
    void eachNightHasOneEndForAllThatComesInIt(ZoneId zone, LocalTime from, LocalTime to) {
        var times = new QuietTimes(zone, from, to, false, QuietTimes.MORNING);

        List<Instant> ends = quartersOfAnHour()
                .filter(times::isQuiet)
                .map(times::awake)
                .distinct()
                .toList();

        assertThat(ends).isSorted().noneMatch(times::isQuiet);
        for (int i = 1; i < ends.size(); i++) {
            assertThat(Duration.between(ends.get(i - 1), ends.get(i)))
                    .as("before %s", ends.get(i))
                    .isBetween(Duration.ofHours(22), Duration.ofHours(26));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 01:30",
        "America/New_York, 02:30",
        "Europe/Berlin, 02:30",
        "Australia/Lord_Howe, 01:45",
        "Australia/Lord_Howe, 02:15",
        "America/Santiago, 00:00",
        "America/Santiago, 23:30",
        "Africa/Cairo, 00:30",
        "Africa/Cairo, 23:30"
    })
    void thereIsOneDigestOnEachDay(ZoneId zone, LocalTime at) {
        var times = new QuietTimes(zone, null, null, false, at);

        List<Instant> digests =
                quartersOfAnHour().map(times::nextDigest).distinct().toList();

        assertThat(digests.stream().map(it -> LocalDate.ofInstant(it, zone)))
                .containsExactlyElementsOf(LocalDate.ofInstant(digests.getFirst(), zone)
                        .datesUntil(LocalDate.ofInstant(digests.getLast(), zone).plusDays(1))
                        .toList());
        assertThat(digests.stream().map(times::lastDigest)).containsExactlyElementsOf(digests);
        assertThat(digests.stream().skip(1).map(it -> times.lastDigest(it.minusNanos(1))))
                .containsExactlyElementsOf(digests.subList(0, digests.size() - 1));
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
