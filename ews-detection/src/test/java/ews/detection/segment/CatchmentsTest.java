package ews.detection.segment;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.scoring.ScoringTest;
import ews.detection.segment.Catchment.Caught;
import ews.domain.account.AccountId;
import ews.domain.fact.Days;
import ews.domain.fact.Facts;
import ews.domain.metric.Measurement;
import ews.domain.segment.Condition;
import ews.domain.segment.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CatchmentsTest extends ScoringTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Autowired
    private Catchments catchments;

    @Autowired
    private Facts reader;

    @Test
    void finds_the_same_accounts_as_scoring_does() {
        AccountId subscribed = facts.account("subscribed", START);
        facts.subscription(subscribed, START, "active", "Seed", 5);
        AccountId moved = facts.account("moved", START);
        facts.attribute(moved, START, "plan", "seed");
        facts.subscription(moved, START, "trial", "large", 5);
        AccountId told = facts.account("told", START);
        facts.attribute(told, START, "plan", "other");
        facts.attribute(told, START.plusDays(1), "plan", "SEED");
        facts.account("silent", START);
        AccountId later = facts.account("later", START);
        facts.attribute(later, TODAY.plusDays(1), "plan", "seed");
        backlog.settle();

        List<Condition> onSeed = List.of(plan("seed", "early"));
        List<Condition> onTrial = List.of(new Condition.Attribute("Status", List.of("TRIAL")));

        assertThat(names(onSeed)).containsExactly("subscribed", "told").isEqualTo(asScoring(onSeed));
        assertThat(names(onTrial)).containsExactly("moved").isEqualTo(asScoring(onTrial));
    }

    @Test
    void tells_what_they_are_worth_and_where_they_are_now() {
        AccountId acme = healthyAccount("acme");
        jdbc.sql("update account set annual_value = 1200, currency = 'EUR' where id = ?")
                .param(acme.value())
                .update();
        backlog.settle();
        int enterprise = segmentOf("Enterprise");

        Catchment found = catchments.look(List.of(plan("enterprise")), everywhere(), null);

        assertThat(found.accounts()).isEqualTo(1);
        assertThat(found.value()).containsExactly(Map.entry("EUR", new BigDecimal("1200.00")));
        assertThat(found.from()).containsExactly(Map.entry(enterprise, 1));
        assertThat(found.isComplete()).isTrue();
    }

    @Test
    void leaves_those_out_that_a_segment_before_has_taken() {
        healthyAccount("acme");
        backlog.settle();

        Catchment found = catchments.look(
                List.of(plan("enterprise")), List.of(segments.all().getLast().id()), null);

        assertThat(found.accounts()).isZero();
    }

    @Test
    void looks_at_metrics_step_by_step() {
        jdbc.sql("""
                        insert into account (key, name, first_seen_on)
                        select 'a' || i, 'a' || i, case when i % 2 = 0 then date '2026-06-01' else date '2026-01-01' end
                        from generate_series(1, :accounts) i
                        """).param("accounts", Catchments.STEP + 10).update();
        jdbc.sql("""
                        insert into account_health (account_id, day, band, segment_id, profile_version_id, trend, computed_at)
                        select id, '2026-06-17', 'unknown', :segment, 1, '{}', now() from account
                        """).param("segment", segments.all().getLast().id()).update();
        List<Condition> old = List.of(new Condition.Threshold(new Measurement("tenure", 0), true, 60));

        Catchment first = catchments.look(old, everywhere(), null);
        Catchment second = catchments.look(old, everywhere(), first);

        assertThat(first.isComplete()).isFalse();
        assertThat(first.looked()).isEqualTo(Catchments.STEP);
        assertThat(first.candidates()).isEqualTo(Catchments.STEP + 10);
        assertThat(second.isComplete()).isTrue();
        assertThat(second.accounts()).isEqualTo((Catchments.STEP + 10) / 2);
        assertThat(second.first())
                .hasSize(Catchment.NAMED)
                .extracting(Caught::name)
                .startsWith("a1", "a1001");
    }

    @Test
    void begins_again_where_something_else_is_asked_for() {
        healthyAccount("acme");
        backlog.settle();
        List<Condition> old = List.of(new Condition.Threshold(new Measurement("tenure", 0), true, 60));
        var another = new Catchment(1, 5, 3, 3, Map.of(), Map.of(), List.of(), 1_000_000L);

        assertThat(catchments.look(old, everywhere(), another).accounts()).isEqualTo(1);
    }

    private List<String> names(List<Condition> conditions) {
        Catchment whole = catchments.look(conditions, everywhere(), null);
        return whole.first().stream().map(Caught::name).toList();
    }

    private List<String> asScoring(List<Condition> conditions) {
        return Stream.of("later", "moved", "silent", "subscribed", "told")
                .filter(key -> holds(key, conditions))
                .toList();
    }

    private boolean holds(String key, List<Condition> conditions) {
        long id = jdbc.sql("select id from account where key = ?")
                .param(key)
                .query(Long.class)
                .single();
        var account = reader.of(new AccountId(id), new Days(TODAY, TODAY));
        return conditions.stream().allMatch(it -> it.holds(account, TODAY));
    }

    private List<Integer> everywhere() {
        return segments.all().stream().map(Segment::id).toList();
    }

    private int segmentOf(String name) {
        return segments.all().stream()
                .filter(it -> it.name().equals(name))
                .map(Segment::id)
                .findFirst()
                .orElseThrow();
    }

    private static Condition plan(String... values) {
        return new Condition.Attribute("plan", List.of(values));
    }
}
