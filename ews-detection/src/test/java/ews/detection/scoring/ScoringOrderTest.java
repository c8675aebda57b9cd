package ews.detection.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which of the accounts that wait are scored first, and which are not due yet. */
class ScoringOrderTest extends ScoringTest {

    @Autowired
    LiveScoring live;

    @Test
    void takes_more_of_the_same_use_after_all_other_news_also_of_accounts_that_come_meanwhile() {
        AccountId busy = accountInNextShard("busy");
        IntStream.range(0, 250).forEach(_ -> facts.dirty(busy, TODAY));
        AccountId used = accountInNextShard("used");
        facts.dirty(used, TODAY);
        jdbc.sql("update dirty_account set routine = true").update();
        AccountId urgent = accountInNextShard("urgent");
        facts.dirty(urgent, TODAY);
        AccountId later = accountInNextShard("later");
        listener.meanwhile.set(() -> facts.dirty(later, TODAY));

        live.runOnce();

        assertThat(scored()).containsExactly(urgent, busy, later, used);
    }

    @Test
    void takes_what_is_routine_with_what_is_urgent_of_the_same_account() {
        AccountId acme = healthyAccount("acme");
        jdbc.sql("update dirty_account set routine = true").update();
        facts.dirty(acme, TODAY);

        live.runOnce();

        assertThat(scored()).containsExactly(acme);
        assertThat(count("dirty_account")).isZero();
    }

    private AccountId accountInNextShard(String key) {
        jdbc.sql(
                        "select setval(sequence, nextval(sequence) + 256) from pg_get_serial_sequence('account', 'id') sequence")
                .query(Long.class)
                .single();
        return facts.account(key, TODAY.minusDays(300));
    }

    @Test
    void scores_accounts_with_news_at_once_and_those_that_catch_up_when_they_are_quiet() {
        AccountId importing = facts.account("importing", TODAY.minusDays(300));
        facts.dirty(importing, TODAY.minusDays(300));
        AccountId busy = facts.account("busy", TODAY.minusDays(300));
        facts.dirty(busy, TODAY.minusDays(300));
        facts.dirty(busy, TODAY.minusDays(1));

        live.runOnce();
        assertThat(scored()).containsExactly(busy);

        clock.tick(Duration.ofMillis(1500));
        facts.dirty(importing, TODAY.minusDays(200));
        clock.tick(Duration.ofMillis(1500));
        live.runOnce();
        assertThat(scored()).containsExactly(busy);

        clock.tick(Duration.ofMillis(500));
        live.runOnce();
        assertThat(scored()).containsExactly(busy, importing);
    }

    @Test
    void scores_an_account_that_catches_up_for_long_every_half_a_minute() {
        AccountId importing = facts.account("importing", TODAY.minusDays(300));
        for (int second = 0; second < 30; second++) {
            facts.dirty(importing, TODAY.minusDays(300 - second));
            live.runOnce();
            clock.tick(Duration.ofSeconds(1));
        }
        assertThat(scored()).isEmpty();

        live.runOnce();
        assertThat(scored()).containsExactly(importing);
    }

    private List<AccountId> scored() {
        return listener.told.stream().map(it -> it.facts().account()).toList();
    }
}
