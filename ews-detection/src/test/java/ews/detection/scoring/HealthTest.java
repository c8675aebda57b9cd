package ews.detection.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ews.domain.account.AccountId;
import ews.domain.score.Band;
import ews.domain.score.Points;
import ews.domain.score.ScoreChange.PartChange;
import org.junit.jupiter.api.Test;

class HealthTest extends ScoringTest {

    @Test
    void says_what_changed_in_a_week_and_a_month_exactly() {
        AccountId acme = healthyAccount("acme");
        facts.ticket(acme, TODAY.minusDays(20), "Z-1", "open", "urgent");
        facts.ticket(acme, TODAY.minusDays(3), "Z-2", "open", "normal");

        AccountHealth now = health.of(acme, TODAY).orElseThrow();

        assertThat(now.segment().key()).isEqualTo("enterprise");
        assertThat(now.profileVersion()).isEqualTo(1);
        assertThat(now.since7Days().before().asOf()).isEqualTo(TODAY.minusDays(7));
        assertThat(now.since30Days().before().asOf()).isEqualTo(TODAY.minusDays(30));
        assertThat(Points.sum(now.since7Days().parts().stream()
                        .map(PartChange::change)
                        .toList()))
                .isEqualTo(now.since7Days().change().orElseThrow());
        assertThat(now.since30Days().change().orElseThrow())
                .isLessThan(now.since7Days().change().orElseThrow());
    }

    @Test
    void agrees_with_the_stored_score_of_today() {
        AccountId acme = healthyAccount("acme");
        facts.nps(acme, TODAY, 6);
        backlog.settle();

        assertThat(health.of(acme, TODAY).orElseThrow().score())
                .isEqualTo(listener.last(acme).score());
    }

    @Test
    void sees_nothing_that_happened_later() {
        AccountId acme = healthyAccount("acme");
        AccountHealth before = health.of(acme, TODAY.minusDays(1)).orElseThrow();

        facts.ticket(acme, TODAY, "Z-1", "open", "urgent");

        assertThat(health.of(acme, TODAY.minusDays(1))).contains(before);
    }

    @Test
    void is_unknown_before_the_first_event() {
        AccountId acme = healthyAccount("acme");

        AccountHealth health = this.health.of(acme, TODAY.minusYears(1)).orElseThrow();

        assertThat(health.score().band()).isEqualTo(Band.UNKNOWN);
        assertThat(health.score().parts()).allMatch(part -> part.value().isEmpty());
    }

    @Test
    void is_that_of_the_last_day_for_a_cancelled_account() {
        AccountId acme = healthyAccount("acme");
        facts.cancelled(acme, TODAY.minusDays(100));
        AccountHealth last = health.of(acme, TODAY.minusDays(100)).orElseThrow();

        assertThat(health.of(acme, TODAY)).contains(last);
    }

    @Test
    void knows_no_other_accounts_and_no_days_to_come() {
        assertThat(health.of(new AccountId(-1), TODAY)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> health.of(new AccountId(-1), TODAY.plusDays(1)))
                .withMessageContaining("2026-06-17");
    }
}
