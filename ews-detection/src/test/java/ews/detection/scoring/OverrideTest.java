package ews.detection.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ews.detection.override.Overrides;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.score.Band;
import ews.domain.score.BandOverride;
import ews.domain.score.HealthProfile;
import ews.domain.score.HealthScore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Bands that people decide, and bands that depend on the day before. */
class OverrideTest extends ScoringTest {

    private static final Actor CARLA = Actor.SYSTEM;

    @Autowired
    Overrides overrides;

    @Autowired
    DailyScoring daily;

    @Autowired
    LiveScoring live;

    @Test
    void what_somebody_decides_is_the_band_within_the_next_run_and_the_score_stays() {
        AccountId acme = healthyAccount("acme");
        backlog.settle();

        overrides.set(acme, Band.POOR, "They told me that they leave", TODAY.plusDays(10), CARLA);
        live.runOnce();

        HealthScore score = listener.last(acme).score();
        assertThat(score.band()).isEqualTo(Band.POOR);
        assertThat(score.override()).isNotNull();
        assertThat(storedScore(acme, TODAY)).isEqualTo(1000);
        assertThat(latestBand(acme)).isEqualTo("poor");
        assertThat(health.of(acme, TODAY).orElseThrow().score().override())
                .extracting(BandOverride::reason)
                .isEqualTo("They told me that they leave");
        assertThat(health.of(acme, TODAY.minusDays(1)).orElseThrow().score().band())
                .isEqualTo(Band.GOOD);
    }

    @Test
    void it_ends_by_itself_and_can_be_ended_before() {
        AccountId acme = healthyAccount("acme");
        backlog.settle();
        overrides.set(acme, Band.POOR, "A feeling", TODAY, CARLA);
        backlog.settle();
        clock.tick(Duration.ofDays(1));

        daily.run();
        assertThat(latestBand(acme)).isEqualTo("good");

        overrides.set(acme, Band.AVERAGE, "Another feeling", TODAY.plusDays(9), CARLA);
        live.runOnce();
        assertThat(latestBand(acme)).isEqualTo("average");
        overrides.end(acme, CARLA);
        live.runOnce();
        assertThat(latestBand(acme)).isEqualTo("good");
    }

    @Test
    void a_past_day_reads_as_it_was_decided_then() {
        AccountId acme = healthyAccount("acme");
        backlog.settle();
        overrides.set(acme, Band.POOR, "A feeling", TODAY.plusDays(30), CARLA);
        backlog.settle();
        clock.tick(Duration.ofDays(2));
        overrides.end(acme, CARLA);
        facts.dirty(acme, TODAY.minusDays(3));
        backlog.settle();

        assertThat(storedBand(acme, TODAY.minusDays(1))).isEqualTo("good");
        assertThat(storedBand(acme, TODAY)).isEqualTo("poor");
        assertThat(storedBand(acme, TODAY.plusDays(1))).isEqualTo("poor");
        assertThat(latestBand(acme)).isEqualTo("good");
    }

    @Test
    void it_needs_a_reason_and_an_end_that_is_not_too_far_away() {
        AccountId acme = healthyAccount("acme");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> overrides.set(acme, Band.POOR, " ", TODAY, CARLA))
                .withMessageContaining("few words");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> overrides.set(acme, Band.POOR, "A feeling", TODAY.plusDays(181), CARLA))
                .withMessageContaining("180");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> overrides.set(acme, Band.POOR, "A feeling", TODAY.minusDays(1), CARLA))
                .withMessageContaining("before it begins");
        assertThat(overrides.of(List.of(acme))).isEmpty();
    }

    /** Ten users of twelve seats are 83 %; the profile is set so that this is a score just below good. */
    @Test
    void an_account_just_below_its_band_stays_there_live_in_history_and_as_of_a_day() {
        AccountId acme = healthyAccount("acme");
        backlog.settle();
        int segment = listener.last(acme).segment().id();
        HealthProfile strict = withBandsAndMargin(profiles.current(segment).profile(), 99, 5);
        profiles.publish(segment, strict, "Stricter", CARLA);
        backlog.settle();
        assertThat(latestBand(acme)).isEqualTo("good");

        clock.tick(Duration.ofDays(1));
        facts.usage(acme, TODAY.plusDays(1), TODAY.plusDays(1), 10);
        facts.ticket(acme, TODAY.plusDays(1), "Z-1", "open", "urgent");
        backlog.settle();

        Integer score = storedScore(acme, TODAY.plusDays(1));
        assertThat(score).isBetween(940, 989);
        assertThat(latestBand(acme)).as("kept by the margin").isEqualTo("good");
        assertThat(health.of(acme, TODAY.plusDays(1)).orElseThrow().score().band())
                .isEqualTo(Band.GOOD);

        clock.tick(Duration.ofDays(1));
        facts.dirty(acme, TODAY.plusDays(1));
        backlog.settle();
        assertThat(storedBand(acme, TODAY.plusDays(1)))
                .as("computed again as a past day")
                .isEqualTo("good");
    }

    private static HealthProfile withBandsAndMargin(HealthProfile profile, int goodFrom, int margin) {
        return new HealthProfile(
                profile.indicators(), profile.limits(), goodFrom, profile.averageFrom(), margin, profile.leastKnown());
    }

    private String latestBand(AccountId account) {
        return jdbc.sql("select band from account_health where account_id = ?")
                .param(account.value())
                .query(String.class)
                .single();
    }

    private String storedBand(AccountId account, LocalDate day) {
        return jdbc.sql("select band from health_score where account_id = ? and day = ?")
                .params(account.value(), day)
                .query(String.class)
                .single();
    }
}
