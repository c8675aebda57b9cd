package ews.detection.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.time.DayHasPassed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class DailyScoringTest extends ScoringTest {

    @Autowired
    ApplicationEvents events;

    @Autowired
    DailyScoring daily;

    @Test
    void scores_everybody_on_a_new_day_without_any_event() {
        AccountId acme = healthyAccount("acme");
        backlog.settle();
        clock.tick(Duration.ofDays(1));
        listener.clear();

        daily.run();

        assertThat(storedScore(acme, TODAY.plusDays(1))).isNotNull();
        assertThat(listener.last(acme).before()).isNotNull();
        assertThat(listener.last(acme).receivedAt()).isNull();
        assertThat(jdbc.sql("select day from account_health")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void begins_the_day_at_midnight_where_the_organisation_is() {
        clock.set(Instant.parse("2026-06-18T03:59:00Z"));
        AccountId acme = healthyAccount("acme");
        backlog.settle();
        daily.run();
        assertThat(storedScore(acme, TODAY)).isNotNull();
        assertThat(storedScore(acme, TODAY.plusDays(1))).isNull();

        clock.set(Instant.parse("2026-06-18T04:01:00Z"));
        daily.run();

        assertThat(storedScore(acme, TODAY.plusDays(1))).isNotNull();
    }

    @Test
    void announces_a_day_that_has_passed_once() {
        daily.run();
        daily.run();

        assertThat(events.stream(DayHasPassed.class)).containsExactly(new DayHasPassed(TODAY.minusDays(1)));
    }

    /** In New York 1 November 2026 has 25 hours. */
    @Test
    void announces_each_day_once_where_clocks_change() {
        Instant saturday = Instant.parse("2026-10-31T05:00:00Z");

        for (int hour = 0; hour <= 72; hour++) {
            clock.set(saturday.plus(Duration.ofHours(hour)));
            daily.run();
        }

        assertThat(events.stream(DayHasPassed.class).map(DayHasPassed::day))
                .containsExactlyElementsOf(LocalDate.of(2026, 10, 30)
                        .datesUntil(LocalDate.of(2026, 11, 3))
                        .toList());
    }

    @Test
    void announces_each_day_once_although_the_clock_jumps() {
        Instant halfAnHourAfterMidnight = Instant.parse("2026-06-18T04:30:00Z");
        for (Duration jump : List.of(
                Duration.ZERO, Duration.ofHours(-1), Duration.ofHours(1), Duration.ofDays(-1), Duration.ofDays(1))) {
            clock.set(halfAnHourAfterMidnight.plus(jump));
            daily.run();
            clock.set(halfAnHourAfterMidnight);
            daily.run();
        }

        assertThat(events.stream(DayHasPassed.class))
                .containsExactly(new DayHasPassed(TODAY), new DayHasPassed(TODAY.plusDays(1)));
    }

    @Test
    void announces_days_that_were_missed_together() {
        daily.run();
        events.clear();
        clock.tick(Duration.ofDays(365));

        daily.run();
        clock.tick(Duration.ofDays(1));
        daily.run();

        assertThat(events.stream(DayHasPassed.class))
                .containsExactly(new DayHasPassed(TODAY.plusDays(364), TODAY), new DayHasPassed(TODAY.plusDays(365)));
    }

    @Test
    void makes_up_for_scores_of_days_that_were_missed() {
        AccountId acme = healthyAccount("acme");
        backlog.settle();
        clock.tick(Duration.ofDays(3));

        daily.run();
        backlog.settle();

        assertThat(storedScore(acme, TODAY.plusDays(1))).isNotNull();
        assertThat(storedScore(acme, TODAY.plusDays(2))).isNotNull();
        assertThat(storedScore(acme, TODAY.plusDays(3))).isNotNull();
    }

    @Test
    void goes_on_where_a_run_was_killed() {
        AccountId first = healthyAccount("first");
        jdbc.sql("select setval(pg_get_serial_sequence('account', 'id'), ?)")
                .param(first.value() + 5000)
                .query(Long.class)
                .single();
        AccountId second = healthyAccount("second");
        daily.run();
        jdbc.sql("update daily_run set finished_at = null").update();
        jdbc.sql("insert into daily_range values (?, ?)")
                .params(TODAY, second.value() >> 10 << 10)
                .update();
        listener.clear();

        daily.run();

        assertThat(listener.told).extracting(it -> it.facts().account()).containsExactly(second);
        assertThat(storedScore(first, TODAY)).isNotNull();
        assertThat(storedScore(second, TODAY)).isNotNull();
    }

    @Test
    void leaves_accounts_to_live_scoring_if_one_of_them_cannot_be_scored() {
        AccountId bad = healthyAccount("bad");
        AccountId good = healthyAccount("good");
        backlog.settle();
        clock.tick(Duration.ofDays(1));
        listener.failingFor.set(bad);

        daily.run();
        backlog.runOnce();

        assertThat(storedScore(good, TODAY.plusDays(1))).isNotNull();
        assertThat(storedScore(bad, TODAY.plusDays(1))).isNull();
        assertThat(count("dirty_account")).isEqualTo(1);
    }

    @Test
    void scores_each_account_once_when_instances_run_together() throws Exception {
        for (int i = 0; i < 5; i++) {
            healthyAccount("account-" + i);
        }
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<Future<?>>();
            for (int i = 0; i < 3; i++) {
                runs.add(instances.submit(daily::run));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        }

        assertThat(listener.told).hasSize(5);
    }

    @Test
    void gives_cancelled_accounts_no_new_days() {
        AccountId acme = healthyAccount("acme");
        facts.cancelled(acme, TODAY);
        backlog.settle();
        listener.clear();
        clock.tick(Duration.ofDays(1));

        daily.run();

        assertThat(storedScore(acme, TODAY)).isNotNull();
        assertThat(storedScore(acme, TODAY.plusDays(1))).isNull();
        assertThat(listener.told).isEmpty();
    }

    @Test
    void keeps_the_weeks_of_the_trend_through_the_days_of_a_week() {
        AccountId acme = healthyAccount("acme");
        facts.usage(acme, TODAY.minusDays(3), TODAY.minusDays(3), 9);
        backlog.settle();
        for (int day = 1; day <= 8; day++) {
            clock.tick(Duration.ofDays(1));
            daily.run();
            String kept = trend();
            facts.dirty(acme, TODAY.minusDays(90));
            backlog.settle();
            assertThat(kept).as("day %d", day).isEqualTo(trend());
        }
    }

    private String trend() {
        return jdbc.sql("select trend::text from account_health")
                .query(String.class)
                .single();
    }
}
