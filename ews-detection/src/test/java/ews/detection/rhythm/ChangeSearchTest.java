package ews.detection.rhythm;

import static ews.detection.rhythm.AnAccountsDays.FIRST;
import static ews.detection.rhythm.AnAccountsDays.around;
import static ews.detection.rhythm.Direction.FALL;
import static ews.detection.rhythm.Direction.RISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeSearchTest {

    /** One false alarm of ten accounts in a year. */
    private static final double CONVINCING = FalseAlarms.leastEvidence(0.1);

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 30);

    @Test
    void weekendsRaiseNothing() {
        DailyCounts counts = around(40, 1).onWeekends(0.05).until(AUTUMN);

        assertThat(firstFound(counts, FALL)).isEmpty();
        assertThat(firstFound(counts, RISE)).isEmpty();
    }

    @Test
    void aPublicHolidayRaisesNothing() {
        DailyCounts counts =
                around(40, 2).onWeekends(0.1).between(JUNE, JUNE, 0).until(AUTUMN);

        assertThat(firstFound(counts, FALL)).isEmpty();
    }

    @Test
    void aSingleDayWithTenTimesAsManyRaisesNothing() {
        DailyCounts counts =
                around(40, 3).onWeekends(0.1).between(JUNE, JUNE, 10).until(AUTUMN);

        assertThat(firstFound(counts, RISE)).isEmpty();
        assertThat(firstFound(counts, FALL)).isEmpty();
    }

    @Test
    void aQuietWeekRaisesNothing() {
        DailyCounts counts = around(40, 4)
                .onWeekends(0.1)
                .between(JUNE, JUNE.plusDays(6), 0.01)
                .until(AUTUMN);

        assertThat(firstFound(counts, FALL)).isEmpty();
        assertThat(firstFound(counts, RISE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "0.3", "0.6"})
    void aQuietChristmasRaisesNothing(double part) {
        LocalDate christmas = LocalDate.of(2026, 12, 21);
        DailyCounts counts = around(40, 5)
                .onWeekends(0.1)
                .between(christmas, LocalDate.of(2027, 1, 5), part)
                .between(LocalDate.of(2026, 8, 3), LocalDate.of(2027, 3, 31));

        assertThat(firstFound(counts, FALL)).isEmpty();
        assertThat(firstFound(counts, RISE)).isEmpty();
    }

    @Test
    void aSilenceLongerThanAPauseIsFound() {
        DailyCounts counts = around(40, 6).onWeekends(0.1).from(JUNE, 0).until(AUTUMN);

        assertThat(daysUntilFound(counts, FALL, JUNE)).isBetween(8L, 10L);
    }

    @ParameterizedTest
    @CsvSource({"40, 0.4, 6", "40, 0.7, 10", "8, 0.7, 28", "8, 0.4, 10", "400, 0.9, 10"})
    void aLastingFallIsFoundWithinDays(double mean, double part, long days) {
        DailyCounts counts = around(mean, 7).onWeekends(0.2).from(JUNE, part).until(AUTUMN);

        assertThat(daysUntilFound(counts, FALL, JUNE)).isBetween(1L, days);
        assertThat(firstFound(counts, RISE)).isEmpty();
    }

    @Test
    void aLastingRiseIsFoundWithinDays() {
        DailyCounts counts = around(40, 8).onWeekends(0.2).from(JUNE, 1.4).until(AUTUMN);

        assertThat(daysUntilFound(counts, RISE, JUNE)).isBetween(1L, 10L);
        assertThat(firstFound(counts, FALL)).isEmpty();
    }

    @Test
    void tellsSinceWhenAndByHowMuch() {
        DailyCounts counts = around(60, 9).onWeekends(0.2).from(JUNE, 0.7).until(JUNE.plusDays(20));

        Change change = ChangeSearch.largest(counts, FALL).orElseThrow();

        assertThat(ChronoUnit.DAYS.between(JUNE, change.since())).isBetween(-3L, 3L);
        assertThat(change.percent()).isCloseTo(-30, within(5.0));
        assertThat(change.lately().getLast().day()).isEqualTo(JUNE.plusDays(20));
        assertThat(change.lately().getLast().expected()).isCloseTo(12, within(4.0));
    }

    @Test
    void whatHasLastedForMonthsIsUsual() {
        DailyCounts counts = around(40, 10).onWeekends(0.2).from(JUNE, 0.6).until(JUNE.plusDays(90));

        assertThat(ChangeSearch.largest(counts, FALL).orElseThrow().evidence()).isLessThan(CONVINCING);
    }

    @Test
    void steadyGrowthRaisesNothing() {
        DailyCounts counts = around(40, 11)
                .onWeekends(0.2)
                .times(day -> Math.exp(ChronoUnit.DAYS.between(FIRST, day) * Math.log(1.1) / 30))
                .until(AUTUMN);

        assertThat(firstFound(counts, RISE)).isEmpty();
        assertThat(firstFound(counts, FALL)).isEmpty();
    }

    @Test
    void burstsAreNoChange() {
        DailyCounts counts = around(40, 12).inBursts(12).until(AUTUMN);

        assertThat(firstFound(counts, FALL)).isEmpty();
        assertThat(firstFound(counts, RISE)).isEmpty();
    }

    @Test
    void theSameFallConvincesLessWhereEventsComeInBursts() {
        DailyCounts steady = around(40, 13).from(JUNE, 0.6).until(JUNE.plusDays(13));
        DailyCounts bursts = around(40, 13).inBursts(12).from(JUNE, 0.6).until(JUNE.plusDays(13));

        assertThat(evidence(bursts)).isLessThan(evidence(steady) / 2);
    }

    @Test
    void aHolidayBeforeDoesNotHideAFall() {
        DailyCounts counts = around(40, 14)
                .onWeekends(0.2)
                .between(JUNE.minusDays(12), JUNE.minusDays(10), 0)
                .from(JUNE, 0.6)
                .until(AUTUMN);

        assertThat(daysUntilFound(counts, FALL, JUNE)).isBetween(1L, 8L);
    }

    @Test
    void sixWeeksAreTooFewToSayWhatIsUsual() {
        assertThat(ChangeSearch.largest(around(40, 15).until(FIRST.plusDays(45)), FALL))
                .isEmpty();
        assertThat(ChangeSearch.largest(around(40, 15).until(FIRST.plusDays(46)), FALL))
                .isPresent();
    }

    @Test
    void aRiseNeedsAsLongAHistoryAsGrowthDoes() {
        assertThat(ChangeSearch.largest(around(40, 15).until(FIRST.plusDays(68)), RISE))
                .isEmpty();
        assertThat(ChangeSearch.largest(around(40, 15).until(FIRST.plusDays(69)), RISE))
                .isPresent();
    }

    @Test
    void anAccountWithoutEventsHasNoEvidence() {
        Change change = ChangeSearch.largest(around(0, 16).until(AUTUMN), FALL).orElseThrow();

        assertThat(change.evidence()).isZero();
        assertThat(change.usualPerWeek()).isZero();
    }

    private static double evidence(DailyCounts counts) {
        return ChangeSearch.largest(counts, FALL).orElseThrow().evidence();
    }

    private static long daysUntilFound(DailyCounts counts, Direction direction, LocalDate since) {
        return ChronoUnit.DAYS.between(since, firstFound(counts, direction).orElseThrow()) + 1;
    }

    /** The last day that had to be known to find a change, looking every day. */
    private static Optional<LocalDate> firstFound(DailyCounts counts, Direction direction) {
        for (int days = 1; days <= counts.length(); days++) {
            Optional<Change> change = ChangeSearch.largest(counts.before(days), direction);
            if (change.isPresent() && change.get().evidence() >= CONVINCING) {
                return Optional.of(counts.date(days - 1));
            }
        }
        return Optional.empty();
    }
}
