package ews.detection.rhythm;

import static ews.detection.rhythm.AnAccountsDays.FIRST;
import static ews.detection.rhythm.AnAccountsDays.around;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UsualWeekTest {

    private static final int SATURDAY = 5;

    @Test
    void independentEventsHaveASpreadOfOne() {
        assertThat(week(around(30, 1).until(FIRST.plusDays(699))).spread()).isCloseTo(1, within(0.1));
    }

    @Test
    void burstsOfNineSpreadThreeTimesAsFar() {
        assertThat(week(around(300, 2).inBursts(9).until(FIRST.plusDays(699))).spread())
                .isCloseTo(3, within(0.4));
    }

    @Test
    void weekdaysHaveTheirShares() {
        UsualWeek week = week(around(100, 3).onWeekends(0.3).until(FIRST.plusDays(699)));

        assertThat(week.mean()).isCloseTo(80, within(2.0));
        assertThat(week.share(0)).isCloseTo(1.25, within(0.05));
        assertThat(week.share(SATURDAY)).isCloseTo(0.375, within(0.03));
    }

    @Test
    void twoOddWeeksChangeLittle() {
        UsualWeek usual = week(around(50, 4).until(FIRST.plusDays(83)));
        UsualWeek odd = week(around(50, 4)
                .between(FIRST.plusDays(28), FIRST.plusDays(41), 20)
                .until(FIRST.plusDays(83)));

        assertThat(odd.mean()).isCloseTo(usual.mean(), within(3.0));
    }

    @Test
    void aDayThatStraysFarCountsAsIfItStrayedLess() {
        UsualWeek week = week(around(100, 5).until(FIRST.plusDays(699)));

        assertThat(week.levelled(0, 104)).isEqualTo(104);
        assertThat(week.levelled(0, 1_000)).isBetween(112.0, 120.0);
        assertThat(week.levelled(0, 0)).isBetween(81.0, 88.0);
    }

    private static UsualWeek week(DailyCounts counts) {
        return new UsualWeek(counts, counts.telling());
    }
}
