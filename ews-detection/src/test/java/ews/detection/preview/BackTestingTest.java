package ews.detection.preview;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.past.Horizon;
import ews.detection.past.RocArea;
import ews.detection.past.RocCurve;
import ews.detection.preview.BackTest.Missed;
import ews.domain.account.AccountId;
import ews.domain.score.Band;
import ews.domain.score.HealthScore;
import ews.domain.score.Points;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Weeks are counted back from today: the last look was one week ago. */
class BackTestingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 17);
    private static final AccountId ACME = new AccountId(1);

    private final Horizon horizon = new Horizon(TODAY);
    private final BackTesting testing = new BackTesting(horizon);

    @Test
    void a_poor_score_in_time_catches_a_cancellation() {
        LocalDate cancelled = weeksAgo(20);
        add(health(it -> it <= 28 && it >= 25 ? 30 : 80).until(cancelled));

        BackTest test = testing.result();
        assertThat(test.judged()).isEqualTo(1);
        assertThat(test.caught()).isEqualTo(1);
        assertThat(test.missed()).isEmpty();
        assertThat(test.daysOfWarning()).as("since the health became poor").isEqualTo(8 * 7);
        assertThat(test.alarms()).isEqualTo(1);
        assertThat(test.falseAlarms()).isZero();
    }

    @Test
    void a_poor_score_in_the_last_fortnight_is_too_late() {
        LocalDate cancelled = weeksAgo(20).minusDays(1);
        add(health(it -> it <= 21 ? 30 : 80).until(cancelled));

        assertThat(testing.result().missed()).containsExactly(new Missed(ACME, cancelled));
    }

    @Test
    void a_poor_score_long_before_warned_of_something_else() {
        LocalDate cancelled = weeksAgo(10);
        add(health(it -> it >= 30 && it <= 35 ? 30 : 80).until(cancelled));

        BackTest test = testing.result();
        assertThat(test.missed()).containsExactly(new Missed(ACME, cancelled));
        assertThat(test.alarms()).isEqualTo(1);
        assertThat(test.falseAlarms()).isEqualTo(1);
    }

    @Test
    void an_alarm_is_not_judged_before_its_days_are_over() {
        add(health(it -> it <= 5 ? 30 : 80));

        BackTest test = testing.result();
        assertThat(test.alarms()).isZero();
        assertThat(test.judged()).isZero();
    }

    @Test
    void nobody_could_have_warned_of_who_left_at_once() {
        add(health(it -> it <= 21 ? 30 : null).until(weeksAgo(20).minusDays(1)));

        assertThat(testing.result().judged()).isZero();
    }

    @Test
    void counts_looks_with_too_little_data() {
        add(health(it -> -1));

        BackTest test = testing.result();
        assertThat(test.unscored()).isEqualTo(Horizon.DATES);
        assertThat(test.area()).isNull();
    }

    @Test
    void the_area_knows_who_cancelled_within_the_horizon() {
        add(health(it -> 20).until(weeksAgo(10)));
        var other = new BackTesting(horizon);
        add(other, 2, health(it -> 70));
        testing.add(other);

        RocArea area = Objects.requireNonNull(testing.result().area());
        assertThat(area.cancelled()).as("looks 90 to 14 days before").isEqualTo(11);
        assertThat(area.stayed()).as("looks at both whose 90 days are over").isEqualTo(40 + 30);
    }

    private LocalDate weeksAgo(int weeks) {
        return TODAY.minusWeeks(weeks);
    }

    private interface Week {
        /** The score so many weeks ago; -1 if it was unknown, {@code null} if nobody looked. */
        @Nullable
        Integer score(int weeksAgo);
    }

    private Past health(Week week) {
        return new Past(week, null);
    }

    private record Past(Week week, @Nullable LocalDate cancelled) {
        Past until(LocalDate day) {
            return new Past(week, day);
        }
    }

    private void add(Past past) {
        add(testing, ACME.value(), past);
    }

    private void add(BackTesting into, long account, Past past) {
        var scores = new ArrayList<@Nullable HealthScore>();
        var cancellations = new ArrayList<@Nullable LocalDate>();
        for (LocalDate date : horizon.dates()) {
            boolean gone = past.cancelled != null && !date.isBefore(past.cancelled);
            int weeksAgo = (int) ChronoUnit.WEEKS.between(date, TODAY);
            scores.add(gone ? null : score(date, past.week.score(weeksAgo)));
            cancellations.add(gone ? null : past.cancelled);
        }
        var id = new AccountId(account);
        into.add(new PastHealth(id, scores, cancellations), RocCurve.countsOf(id));
    }

    private static @Nullable HealthScore score(LocalDate date, @Nullable Integer points) {
        if (points == null) {
            return null;
        }
        return points < 0
                ? new HealthScore(date, Band.UNKNOWN, null, List.of(), 0)
                : new HealthScore(date, points < 50 ? Band.POOR : Band.GOOD, Points.of(points), List.of(), 100);
    }
}
