package ews.detection.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.domain.account.AccountId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BackgroundScoringTest extends ScoringTest {

    @Autowired
    LiveScoring live;

    @Autowired
    HistoryScoring history;

    @Autowired
    MeterRegistry meters;

    @Test
    void scores_within_seconds_until_it_is_stopped() {
        var background = new BackgroundScoring(live, history);
        background.start();
        assertThat(background.isRunning()).isTrue();
        AccountId acme = healthyAccount("acme");
        await().atMost(Duration.ofSeconds(5)).until(() -> storedScore(acme, TODAY) != null);
        clock.tick(Duration.ofSeconds(30));
        await().atMost(Duration.ofSeconds(5)).until(() -> storedScore(acme, TODAY.minusDays(100)) != null);

        background.stop();

        assertThat(background.isRunning()).isFalse();
        facts.dirty(acme, TODAY);
        assertThat(backlog.waiting()).isEqualTo(1);
    }

    @Test
    void counts_and_times_what_it_scored_and_shows_what_waits() {
        double before = scored();
        healthyAccount("acme");
        healthyAccount("other");
        assertThat(meters.get("ews.scoring.waiting").gauge().value()).isEqualTo(2);

        live.runOnce();

        assertThat(scored() - before).isEqualTo(2);
        assertThat(meters.get("ews.scoring").tag("kind", "live").timer().count())
                .isPositive();
        assertThat(meters.get("ews.scoring.waiting").gauge().value()).isZero();
        assertThat(meters.get("ews.scoring.history.waiting").gauge().value()).isEqualTo(2);
    }

    private double scored() {
        return meters.get("ews.scoring.accounts").tag("kind", "live").counter().count();
    }
}
