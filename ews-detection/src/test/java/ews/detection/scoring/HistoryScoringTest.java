package ews.detection.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.fact.Days;
import ews.domain.segment.Condition;
import ews.domain.segment.Segment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HistoryScoringTest extends ScoringTest {

    @Autowired
    LiveScoring live;

    @Autowired
    HistoryScoring history;

    @Test
    void scores_all_days_since_the_first_event_of_a_backfill() {
        AccountId acme = healthyAccount("acme");

        backlog.settle();

        List<ScoredDay> scored = health.history(acme, Days.endingWith(TODAY, 365));
        assertThat(scored).hasSize((int)
                LocalDate.of(2026, 1, 1).datesUntil(TODAY.plusDays(1)).count());
        assertThat(scored.getFirst().day()).isEqualTo("2026-01-01");
        assertThat(scored.getLast().day()).isEqualTo(TODAY);
    }

    @Test
    void agrees_with_what_is_computed_as_of_any_day() {
        var random = new Random(42);
        List<AccountId> accounts = randomAccounts(random, 12);

        backlog.settle();

        for (AccountId account : accounts) {
            List<ScoredDay> scored = health.history(account, Days.endingWith(TODAY, 400));
            for (int i = 0; i < 15; i++) {
                ScoredDay day = scored.get(random.nextInt(scored.size()));
                AccountHealth asOf = health.of(account, day.day()).orElseThrow();
                assertThat(asOf.score().points()).isEqualTo(day.score());
                assertThat(asOf.score().band()).isEqualTo(day.band());
                assertThat(asOf.segment().id()).isEqualTo(day.segmentId());
            }
        }
    }

    @Test
    void past_days_keep_the_segments_and_profiles_of_their_day() {
        AccountId acme = healthyAccount("acme");
        backlog.settle();
        Segment enterprise = segmentOf(acme, TODAY);
        clock.tick(Duration.ofDays(5));
        List<Condition> gold = List.of(new Condition.Attribute("plan", List.of("gold")));

        segments.changeConditions(enterprise.id(), gold, Actor.SYSTEM);
        facts.ticket(acme, TODAY.minusDays(30), "Z-1", "open", "urgent");
        backlog.settle();

        try {
            assertThat(segmentOf(acme, TODAY.plusDays(5))).isNotEqualTo(enterprise);
            assertThat(segmentOf(acme, TODAY.plusDays(4))).isEqualTo(enterprise);
            assertThat(health.history(acme, Days.endingWith(TODAY.plusDays(5), 40)))
                    .allSatisfy(day -> assertThat(day.segmentId() == enterprise.id())
                            .as("enterprise on %s", day.day())
                            .isEqualTo(day.day().isBefore(TODAY.plusDays(5))));
        } finally {
            segments.changeConditions(enterprise.id(), enterprise.conditions(), Actor.SYSTEM);
        }
    }

    private Segment segmentOf(AccountId account, LocalDate day) {
        return health.of(account, day).orElseThrow().segment();
    }

    @Test
    void agrees_whether_events_arrived_in_order_or_late() {
        AccountId inOrder = facts.account("in order", TODAY.minusDays(100));
        AccountId late = facts.account("late", TODAY.minusDays(100));
        facts.usage(inOrder, TODAY.minusDays(100), TODAY, 5);
        facts.ticket(inOrder, TODAY.minusDays(50), "Z-1", "open", "urgent");
        backlog.settle();

        facts.ticket(late, TODAY.minusDays(50), "Z-1", "open", "urgent");
        backlog.settle();
        facts.usage(late, TODAY.minusDays(20), TODAY, 5);
        backlog.settle();
        facts.usage(late, TODAY.minusDays(100), TODAY.minusDays(21), 5);
        backlog.settle();

        Days all = Days.endingWith(TODAY, 101);
        assertThat(health.history(late, all)).isEqualTo(health.history(inOrder, all));
        assertThat(jdbc.sql("select distinct trend::text from account_health")
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void changes_only_days_since_the_late_event() {
        AccountId acme = healthyAccount("acme");
        backlog.settle();
        Days all = Days.endingWith(TODAY, 168);
        List<ScoredDay> before = health.history(acme, all);
        LocalDate late = TODAY.minusDays(30);

        facts.ticket(acme, late, "Z-1", "open", "urgent");
        backlog.settle();

        List<ScoredDay> after = health.history(acme, all);
        for (int i = 0; i < after.size(); i++) {
            if (after.get(i).day().isBefore(late)) {
                assertThat(after.get(i)).isEqualTo(before.get(i));
            } else {
                assertThat(after.get(i).score()).isNotEqualTo(before.get(i).score());
            }
        }
    }

    @Test
    void leaves_rows_alone_that_did_not_change() {
        AccountId acme = healthyAccount("acme");
        backlog.settle();
        clock.tick(Duration.ofMinutes(1));

        facts.dirty(acme, TODAY.minusDays(30));
        backlog.settle();

        assertThat(jdbc.sql("select count(distinct computed_at) from health_score")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void waits_until_facts_have_been_quiet_but_not_for_ever() {
        AccountId acme = healthyAccount("acme");
        live.runOnceWaiting();
        assertThat(history.runOnce()).isZero();

        clock.tick(Duration.ofSeconds(1));
        facts.dirty(acme, TODAY.minusDays(5));
        live.runOnceWaiting();
        clock.tick(Duration.ofMillis(4500));
        assertThat(history.runOnce()).isZero();

        clock.tick(Duration.ofMillis(500));
        assertThat(history.runOnce()).isEqualTo(1);

        facts.dirty(acme, TODAY.minusDays(5));
        live.runOnceWaiting();
        clock.tick(Duration.ofSeconds(119));
        facts.dirty(acme, TODAY.minusDays(5));
        live.runOnceWaiting();
        clock.tick(Duration.ofSeconds(1));
        assertThat(history.runOnce()).isEqualTo(1);
    }

    @Test
    void removes_days_after_a_cancellation_that_was_reported_late_and_brings_them_back_when_the_account_returns() {
        AccountId acme = healthyAccount("acme");
        backlog.settle();

        facts.cancelled(acme, TODAY.minusDays(20));
        backlog.settle();
        assertThat(health.history(acme, Days.endingWith(TODAY, 30)).getLast().day())
                .isEqualTo(TODAY.minusDays(20));

        facts.subscription(acme, TODAY.minusDays(5), "active", "enterprise", 12);
        backlog.settle();
        assertThat(health.history(acme, Days.endingWith(TODAY, 20)))
                .extracting(ScoredDay::day)
                .first()
                .isEqualTo(TODAY.minusDays(5));
        assertThat(storedScore(acme, TODAY)).isNotNull();
    }

    @Test
    void fills_days_on_which_nobody_was_there_to_score() {
        AccountId acme = healthyAccount("acme");
        backlog.settle();

        clock.tick(Duration.ofDays(4));
        facts.dirty(acme, TODAY.plusDays(4));
        backlog.settle();

        assertThat(health.history(acme, new Days(TODAY, TODAY.plusDays(4)))).hasSize(5);
    }

    @Test
    void shows_changes_of_a_week_and_a_month_and_twelve_weeks() {
        AccountId acme = healthyAccount("acme");
        facts.ticket(acme, TODAY.minusDays(20), "Z-1", "open", "urgent");
        facts.ticket(acme, TODAY.minusDays(3), "Z-2", "open", "normal");

        backlog.settle();

        record Row(int score, int change7, int change30, List<Integer> trend) {}
        Row row = jdbc.sql("select * from account_health")
                .query((it, _) -> new Row(
                        it.getInt("score"),
                        it.getInt("change_7"),
                        it.getInt("change_30"),
                        Arrays.stream((Object[]) it.getArray("trend").getArray())
                                .map(point -> ((Number) point).intValue())
                                .toList()))
                .single();
        assertThat(row.score).isEqualTo(storedScore(acme, TODAY));
        assertThat(row.score - row.change7).isEqualTo(storedScore(acme, TODAY.minusDays(7)));
        assertThat(row.score - row.change30).isEqualTo(storedScore(acme, TODAY.minusDays(30)));
        assertThat(row.trend).hasSize(12);
        assertThat(row.trend.getFirst()).isEqualTo(storedScore(acme, LocalDate.of(2026, 4, 5)));
        assertThat(row.trend.get(10)).isEqualTo(storedScore(acme, LocalDate.of(2026, 6, 14)));
        assertThat(row.trend.getLast()).isEqualTo(row.score);
        assertThat(health.stories(List.of(acme)).get(acme)).startsWith("Fell").contains("support & operations");
    }

    /** Accounts that begin, decline, cancel, and have tickets, answers and goals on random days. */
    private List<AccountId> randomAccounts(Random random, int count) {
        var accounts = new ArrayList<AccountId>();
        List<String> plans = List.of("enterprise", "smb", "other");
        for (int i = 0; i < count; i++) {
            LocalDate start = TODAY.minusDays(random.nextInt(60, 400));
            AccountId account = facts.account("account-" + i, start);
            accounts.add(account);
            facts.subscription(account, start, random.nextBoolean() ? "trial" : "active", plans.get(i % 3), 10);
            LocalDate decline = start.plusDays(random.nextInt(20, 50));
            facts.usage(account, start, decline, 8);
            facts.usage(account, decline.plusDays(random.nextInt(1, 9)), TODAY, random.nextInt(1, 8));
            facts.attribute(account, start, "stage", "onboarding");
            facts.attribute(account, start.plusDays(random.nextInt(59)), "stage", "live");
            for (int j = 0; j < 6; j++) {
                LocalDate day = start.plusDays(random.nextInt(59));
                facts.ticket(account, day, "Z-" + j, "open", random.nextBoolean() ? "urgent" : "low");
                facts.ticket(account, day.plusDays(random.nextInt(20)), "Z-" + j, "solved", "low");
                facts.nps(account, day, random.nextInt(11));
                facts.outcome(account, day, "goal " + j % 2, random.nextInt(100));
            }
            if (i % 4 == 3) {
                facts.cancelled(account, TODAY.minusDays(random.nextInt(1, 30)));
            }
        }
        return accounts;
    }
}
