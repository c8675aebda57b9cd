package ews.detection.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ews.detection.profile.ProfileVersion;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.score.Band;
import ews.domain.score.BandChanged;
import ews.domain.score.HealthProfile;
import ews.domain.score.HealthScore;
import ews.domain.score.HealthScore.Part;
import ews.domain.score.Indicator;
import ews.domain.score.IndicatorGroup;
import ews.domain.score.MissingData;
import ews.domain.score.Points;
import ews.domain.segment.Segment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class LiveScoringTest extends ScoringTest {

    @Autowired
    ApplicationEvents events;

    @Autowired
    LiveScoring live;

    @Autowired
    DataSource dataSource;

    @Test
    void scores_an_account_whose_facts_changed_in_the_same_run() {
        AccountId acme = healthyAccount("acme");

        backlog.runOnce();

        assertThat(storedScore(acme, TODAY)).isEqualTo(1000);
        assertThat(count("dirty_account")).isZero();
    }

    @Test
    void gives_points_that_add_up_to_the_score() {
        AccountId acme = healthyAccount("acme");
        facts.ticket(acme, TODAY, "Z-1", "open", "urgent");
        facts.nps(acme, TODAY, 5);
        facts.outcome(acme, TODAY, "automate", 33);

        backlog.settle();

        HealthScore score = listener.last(acme).score();
        assertThat(score.parts()).hasSize(5);
        assertThat(Points.sum(score.parts().stream().map(Part::points).toList()))
                .isEqualTo(score.points());
        assertThat(Points.sum(score.parts().stream().map(Part::weight).toList()))
                .isEqualTo(Points.of(100));
        assertThat(score.points()).isNotEqualTo(Points.of(100));
    }

    @Test
    void calls_an_account_without_data_unknown() {
        AccountId silent = facts.account("silent", TODAY);
        facts.attribute(silent, TODAY, "stage", "onboarding");

        backlog.settle();

        assertThat(storedScore(silent, TODAY)).isNull();
        assertThat(listener.last(silent).score().band()).isEqualTo(Band.UNKNOWN);
        assertThat(health.stories(List.of(silent)).get(silent)).contains("too little data");
    }

    @Test
    void calls_an_account_poor_that_has_gone_silent_even_if_all_else_is_well() {
        LocalDate start = TODAY.minusDays(200);
        AccountId acme = facts.account("acme", start);
        facts.subscription(acme, start, "active", "enterprise", 10);
        facts.usage(acme, start, TODAY.minusDays(60), 10);
        facts.nps(acme, TODAY.minusDays(10), 10);
        facts.outcome(acme, TODAY.minusDays(90), "automate", 100);

        backlog.settle();

        assertThat(listener.last(acme).score().band()).isEqualTo(Band.POOR);
    }

    @Test
    void tells_listeners_the_segment_and_when_the_first_event_was_received() {
        AccountId acme = healthyAccount("acme");
        Instant first = days.now();
        clock.tick(Duration.ofMinutes(5));
        facts.dirty(acme, TODAY);

        backlog.runOnce();

        ScoredAccount told = listener.last(acme);
        assertThat(told.segment().key()).isEqualTo("enterprise");
        assertThat(told.receivedAt()).isEqualTo(first);
        assertThat(told.before()).isNull();
    }

    @Test
    void tells_listeners_the_score_before() {
        AccountId acme = healthyAccount("acme");
        backlog.settle();
        HealthScore first = listener.last(acme).score();
        facts.ticket(acme, TODAY, "Z-1", "open", "high");

        backlog.settle();

        assertThat(listener.last(acme).before()).isEqualTo(first);
        assertThat(listener.last(acme).score().points()).isLessThan(first.points());
    }

    @Test
    void announces_another_band_once() {
        AccountId acme = facts.account("acme", TODAY);
        facts.subscription(acme, TODAY, "active", "smb", 10);
        facts.nps(acme, TODAY, 10);
        facts.outcome(acme, TODAY, "automate", 100);
        backlog.settle();
        assertThat(events.stream(BandChanged.class)).isEmpty();

        facts.outcome(acme, TODAY, "automate", 0);
        backlog.settle();
        facts.dirty(acme, TODAY);
        backlog.settle();

        assertThat(events.stream(BandChanged.class))
                .containsExactly(new BandChanged(acme, TODAY, Band.GOOD, Band.AVERAGE));
    }

    @Test
    void leaves_everything_as_it_was_when_a_listener_fails() {
        AccountId acme = healthyAccount("acme");
        int waiting = count("dirty_account");
        listener.failing.set(true);

        assertThatIllegalStateException().isThrownBy(backlog::settle);

        assertThat(count("dirty_account")).isEqualTo(waiting);
        assertThat(count("health_score")).isZero();
        listener.failing.set(false);
        backlog.runOnce();
        assertThat(storedScore(acme, TODAY)).isNotNull();
    }

    @Test
    void goes_on_with_others_while_one_account_cannot_be_scored() {
        AccountId bad = healthyAccount("bad");
        AccountId good = healthyAccount("good");
        listener.failingFor.set(bad);

        assertThat(live.runOnce()).isEqualTo(1);

        assertThat(storedScore(good, TODAY)).isNotNull();
        assertThat(storedScore(bad, TODAY)).isNull();
        listener.failingFor.set(null);
        assertThat(live.runOnce()).isZero();
        clock.tick(Duration.ofMinutes(1));
        assertThat(live.runOnce()).isEqualTo(1);
        assertThat(storedScore(bad, TODAY)).isNotNull();
    }

    @Test
    void scores_each_account_by_one_at_a_time_and_loses_none_when_instances_run_in_parallel() throws Exception {
        var accounts = new ArrayList<AccountId>();
        for (int i = 0; i < 700; i++) {
            AccountId account = facts.account("account-" + i, TODAY);
            facts.attribute(account, TODAY, "stage", "onboarding");
            accounts.add(account);
        }

        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<Future<?>>();
            for (int i = 0; i < 4; i++) {
                runs.add(instances.submit(live::runOnceWaiting));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        }

        backlog.settle();
        assertThat(listener.told).extracting(it -> it.facts().account()).containsExactlyInAnyOrderElementsOf(accounts);
        assertThat(count("dirty_account")).isZero();
        assertThat(count("account_health")).isEqualTo(700);
    }

    @Test
    void passes_over_a_shard_that_another_instance_is_at_work_on() throws Exception {
        AccountId acme = healthyAccount("acme");
        try (var other = dataSource.getConnection();
                var lock = other.createStatement()) {
            lock.execute("select pg_advisory_lock(%d, %d)".formatted(0x455753, Shards.of(acme)));

            assertThat(live.runOnce()).isZero();
            lock.execute("select pg_advisory_unlock_all()");
        }
        assertThat(live.runOnce()).isEqualTo(1);
    }

    @Test
    void scores_with_a_new_profile_version_as_soon_as_it_is_published() {
        AccountId acme = healthyAccount("acme");
        facts.ticket(acme, TODAY.minusDays(40), "Z-1", "open", "normal");
        backlog.settle();
        Integer before = storedScore(acme, TODAY);
        Segment enterprise = segments.all().get(2);
        HealthProfile profile = profiles.current(enterprise.id()).profile();
        var onlySupport = new HealthProfile(
                List.of(new Indicator(
                        IndicatorGroup.SUPPORT_AND_OPERATIONS,
                        profile.indicators().getLast().measurement(),
                        2,
                        0,
                        100,
                        MissingData.EXCLUDED)),
                70,
                40,
                30);

        ProfileVersion version = profiles.publish(enterprise.id(), onlySupport, "Tickets tell all", Actor.SYSTEM);
        backlog.settle();

        assertThat(storedScore(acme, TODAY)).isEqualTo(500).isNotEqualTo(before);
        assertThat(storedScore(acme, TODAY.minusDays(1))).isEqualTo(before);
        assertThat(jdbc.sql("select profile_version_id from account_health")
                        .query(Integer.class)
                        .single())
                .isEqualTo(version.id());
    }

    @Test
    void keeps_the_score_of_the_day_of_the_cancellation() {
        AccountId acme = healthyAccount("acme");
        backlog.settle();

        facts.cancelled(acme, TODAY.minusDays(3));
        backlog.settle();

        assertThat(jdbc.sql("select max(day) from health_score")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(TODAY.minusDays(3));
        assertThat(jdbc.sql("select day from account_health")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(TODAY.minusDays(3));
        assertThat(listener.last(acme).score().asOf()).isEqualTo(TODAY.minusDays(3));
    }

    @Test
    void forgets_accounts_that_were_deleted_while_they_waited() {
        facts.dirty(new AccountId(123_456_789), TODAY);

        backlog.settle();

        assertThat(count("dirty_account")).isZero();
    }
}
