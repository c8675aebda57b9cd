package ews.detection.alert;

import static ews.detection.rule.AnAccount.anAccount;

import ews.detection.rule.Scores;
import ews.detection.scoring.ScoredAccount;
import ews.domain.account.AccountId;
import ews.domain.fact.AccountFacts;
import ews.domain.score.HealthScore;
import ews.domain.segment.Segment;
import ews.domain.time.OrganisationDays;
import ews.testing.TestDatabase;
import ews.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of alerts start from: accounts, scores, and days that pass. */
@Component
class Given {

    static final Instant START = Instant.parse("2026-11-19T10:00:00Z");

    private final JdbcClient jdbc;
    private final TickingClock clock;
    private final OrganisationDays days;
    private final AlertDetection detection;
    private final AlertLists lists;
    private final TransactionTemplate transaction;

    Given(
            JdbcClient jdbc,
            TickingClock clock,
            OrganisationDays days,
            AlertDetection detection,
            AlertLists lists,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.days = days;
        this.detection = detection;
        this.lists = lists;
        this.transaction = transaction;
    }

    void nothing() {
        TestDatabase.clear();
        clock.set(START);
    }

    void daysPass(int count) {
        clock.tick(Duration.ofDays(count));
    }

    AccountId account(String key) {
        return new AccountId(jdbc.sql("""
                        insert into account (key, name, first_seen_on) values (:key, upper(:key), :today) returning id
                        """)
                .param("key", key)
                .param("today", days.today())
                .query(Long.class)
                .single());
    }

    void poor(AccountId account) {
        scored(anAccount(account).facts(), Scores.poor(days.today()), null);
    }

    /** Poor, with so many points of 100, from 25 on. */
    void poor(AccountId account, int points) {
        scored(anAccount(account).facts(), Scores.poor(days.today(), points - 25), null);
    }

    void good(AccountId account) {
        scored(anAccount(account).facts(), Scores.good(days.today()), null);
    }

    void unknown(AccountId account) {
        scored(anAccount(account).facts(), Scores.unknown(days.today()), null);
    }

    void scored(AccountFacts facts, HealthScore score, @Nullable Instant receivedAt) {
        transaction.executeWithoutResult(_ -> detect(facts, score, receivedAt));
    }

    /** Without a transaction of its own. */
    void detect(AccountFacts facts, HealthScore score, @Nullable Instant receivedAt) {
        var segment = new Segment(1, "rest", "Rest", List.of());
        detection.scored(List.of(new ScoredAccount(facts, null, score, Map.of(), segment, receivedAt)), today());
    }

    LocalDate today() {
        return days.today();
    }

    List<Alert> alertsOf(AccountId account) {
        return lists.ofAccount(account);
    }

    /** The only alert of the account. */
    Alert alertOf(AccountId account) {
        List<Alert> alerts = alertsOf(account);
        if (alerts.size() != 1) {
            throw new AssertionError("Expected one alert, not " + alerts);
        }
        return alerts.getFirst();
    }
}
