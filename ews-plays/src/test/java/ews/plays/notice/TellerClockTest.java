package ews.plays.notice;

import static org.assertj.core.api.Assertions.assertThat;

import ews.plays.Given;
import ews.plays.Sending;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Carla is told while clocks change, jump or stand still. */
class TellerClockTest extends Sending {

    private static final Instant NEXT_DIGEST = Instant.parse("2026-11-20T08:00:00Z");

    @Autowired
    private Teller teller;

    @Autowired
    private Notices notices;

    @Autowired
    private NoticePreferences preferences;

    private void happens(String key) {
        notices.tell(csm.id(), new NewNotice(NoticeKind.TASK_DUE, key, account, "Call is due", "/tasks/7"));
    }

    private void chooses(Timing timing, QuietTimes times) {
        preferences.change(
                csm, new Preferences(Map.of(NoticeKind.TASK_DUE, new Choice(Way.EMAIL, timing)), times, true));
    }

    private int told() {
        teller.tell();
        return all().size();
    }

    /** Something happens each half hour of the day before and of the day after, and each time somebody looks. */
    private List<Instant> toldAround(Instant change) {
        var moments = new ArrayList<Instant>();
        int before = 0;
        for (int half = -52; half <= 52; half++) {
            given.clock().set(change.plus(Duration.ofMinutes(30L * half)));
            happens("half hour " + half);
            int now = told();
            if (now > before) {
                moments.add(given.clock().instant());
            }
            before = now;
        }
        return moments;
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 01:30, 2026-11-01T06:00:00Z",
        "America/New_York, 02:30, 2027-03-14T07:00:00Z",
        "Europe/Berlin, 02:30, 2026-10-25T01:00:00Z",
        "Europe/Berlin, 02:30, 2027-03-28T01:00:00Z",
        "Australia/Lord_Howe, 01:30, 2027-04-03T15:00:00Z",
        "Australia/Lord_Howe, 02:00, 2026-10-03T15:30:00Z",
        "America/Santiago, 23:30, 2027-04-04T03:00:00Z",
        "America/Santiago, 00:00, 2026-09-06T04:00:00Z",
        "Africa/Cairo, 23:30, 2026-10-29T21:00:00Z",
        "Africa/Cairo, 00:30, 2027-04-29T22:00:00Z"
    })
    void theDigestComesOnceOnEachDayWhereClocksChange(ZoneId zone, LocalTime at, Instant change) {
        chooses(Timing.DAILY, new QuietTimes(zone, null, null, false, at));

        List<Instant> moments = toldAround(change);

        LocalDate first = LocalDate.ofInstant(moments.getFirst(), zone);
        assertThat(moments.stream().map(it -> LocalDate.ofInstant(it, zone)))
                .hasSizeBetween(2, 3)
                .containsExactlyElementsOf(
                        first.datesUntil(first.plusDays(moments.size())).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 22:00, 01:30, 2026-11-01T06:00:00Z",
        "Europe/Berlin, 22:00, 02:30, 2026-10-25T01:00:00Z",
        "Europe/Berlin, 22:00, 02:30, 2027-03-28T01:00:00Z",
        "Australia/Lord_Howe, 22:00, 01:30, 2027-04-03T15:00:00Z",
        "America/Santiago, 20:00, 23:30, 2027-04-04T03:00:00Z",
        "Africa/Cairo, 20:00, 00:30, 2027-04-29T22:00:00Z"
    })
    void nothingThatComesByNightWaitsForAnotherNightWhereClocksChange(
            ZoneId zone, LocalTime from, LocalTime to, Instant change) {
        var times = new QuietTimes(zone, from, to, false, QuietTimes.MORNING);
        chooses(Timing.AT_ONCE, times);

        List<Instant> moments = toldAround(change);

        assertThat(moments).noneMatch(times::isQuiet);
        for (int i = 1; i < moments.size(); i++) {
            assertThat(Duration.between(moments.get(i - 1), moments.get(i))).isLessThanOrEqualTo(Duration.ofHours(6));
        }
    }

    @Test
    void theDigestComesOnceAlthoughTheClockIsPutBackAfterIt() {
        chooses(Timing.DAILY, QuietTimes.none(ZoneId.of("UTC")));
        happens("a");
        given.clock().set(NEXT_DIGEST);
        assertThat(told()).isEqualTo(1);

        given.clock().set(NEXT_DIGEST.minus(Duration.ofHours(1)));
        assertThat(told()).isEqualTo(1);
        given.clock().set(NEXT_DIGEST);
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void theDigestOfSeveralDaysOnWhichNobodyWasThereIsOne() {
        chooses(Timing.DAILY, QuietTimes.none(ZoneId.of("UTC")));
        happens("a");
        given.clock().set(Given.THURSDAY.plus(Duration.ofDays(45)));
        happens("b");

        assertThat(told()).isEqualTo(1);
        assertThat(all().getFirst().subject())
                .as("without what has just happened")
                .doesNotContain("digest");
        given.clock().tick(Duration.ofDays(1));
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void whatHappenedBeforeAStopOfADayIsNotToldInTheNextNight() {
        chooses(
                Timing.AT_ONCE,
                new QuietTimes(ZoneId.of("UTC"), LocalTime.of(9, 0), LocalTime.of(11, 0), false, QuietTimes.MORNING));
        happens("a");
        assertThat(told()).isZero();

        given.clock().tick(Duration.ofDays(1));
        assertThat(told()).isZero();
        given.clock().tick(Duration.ofHours(1));
        assertThat(told()).isEqualTo(1);
    }
}
