package ews.detection.alert;

import static ews.detection.rule.AnAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ews.detection.rule.AnAccount;
import ews.detection.rule.Evidence.Line;
import ews.detection.rule.Rules;
import ews.detection.rule.Scores;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertRaised;
import ews.domain.alert.AlertResolved;
import ews.domain.audit.Actor;
import ews.domain.event.SubscriptionStatus;
import ews.domain.fact.AccountFacts;
import ews.domain.fact.Days;
import ews.domain.play.RunId;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class AlertDetectionTest {

    @Autowired
    private Given given;

    @Autowired
    private Heard heard;

    @Autowired
    private Alerts alerts;

    @Autowired
    private AlertsInPlay inPlay;

    @Autowired
    private AlertLists lists;

    @Autowired
    private Rules rules;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MeterRegistry meters;

    private AccountId acme;

    @BeforeEach
    void start() {
        given.nothing();
        heard.forget();
        acme = given.account("acme");
    }

    @AfterEach
    void switchEverythingOn() {
        rules.enable("poor-health", true, Actor.SYSTEM);
    }

    @Test
    void aRaisedVerdictBecomesAnAlertWithItsEvidence() {
        given.poor(acme);

        Alert alert = given.alertOf(acme);
        assertThat(alert.title()).isEqualTo("Health is poor: 35.0 of 100");
        assertThat(alert.status()).isEqualTo(AlertStatus.OPEN);
        assertThat(alert.rule()).isEqualTo("poor-health");
        assertThat(alert.accountName()).isEqualTo("ACME");
        assertThat(alert.raisedAt()).isEqualTo(Given.START);
        AlertDetail detail = lists.detail(alert.id()).orElseThrow();
        assertThat(detail.evidence().lines()).contains(new Line(given.today(), "Product usage: 10.0 of 70.0 points"));
        assertThat(detail.condition()).isEqualTo("health is poor");
    }

    @Test
    void scoringAtTheSameTimeRaisesOneAlert() throws Exception {
        var ready = new CountDownLatch(1);
        Callable<Void> scoring = () -> {
            ready.await();
            given.poor(acme);
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Void>> runs =
                    IntStream.range(0, 8).mapToObj(_ -> threads.submit(scoring)).toList();
            ready.countDown();
            for (Future<Void> run : runs) {
                run.get(30, TimeUnit.SECONDS);
            }
        }

        assertThat(given.alertsOf(acme)).hasSize(1);
        assertThat(heard.raised).hasSize(1);
    }

    @Test
    void theSameConditionOnTheSameDayChangesNothing() {
        given.poor(acme);
        given.poor(acme);

        assertThat(given.alertOf(acme).occurrences()).isEqualTo(1);
        assertThat(heard.raised).hasSize(1);
    }

    @Test
    void theSameConditionOnLaterDaysCountsAsOccurrencesOnceADay() {
        given.poor(acme);
        given.daysPass(1);
        given.poor(acme);
        given.poor(acme);
        given.daysPass(3);
        given.poor(acme);

        assertThat(given.alertOf(acme).occurrences()).isEqualTo(3);
        assertThat(given.alertOf(acme).seenOn()).isEqualTo(given.today());
        assertThat(heard.raised).hasSize(1);
    }

    @Test
    void anAlertIsResolvedWhenItsConditionHasBeenGoneForTheHoldTime() {
        given.poor(acme);
        given.daysPass(1);
        given.good(acme);
        given.daysPass(6);
        given.good(acme);
        assertThat(given.alertOf(acme).status()).isEqualTo(AlertStatus.OPEN);
        assertThat(given.alertOf(acme).clearSince()).isEqualTo(given.today().minusDays(6));

        given.daysPass(1);
        given.good(acme);

        Alert alert = given.alertOf(acme);
        assertThat(alert.status()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(alert.endedBy()).isEqualTo("EWS");
        assertThat(heard.resolved).containsExactly(new AlertResolved(alert.id(), acme, "poor-health"));
    }

    @Test
    void aConditionThatComesBackStartsTheHoldTimeAnew() {
        given.poor(acme);
        given.daysPass(1);
        given.good(acme);
        given.daysPass(6);
        given.poor(acme);
        given.daysPass(1);
        given.good(acme);

        assertThat(given.alertOf(acme).status()).isEqualTo(AlertStatus.OPEN);
        assertThat(given.alertOf(acme).clearSince()).isEqualTo(given.today());
        assertThat(given.alertOf(acme).occurrences()).isEqualTo(2);
    }

    @Test
    void nobodyRecoversBecauseDataIsMissing() {
        given.poor(acme);
        given.daysPass(1);
        given.good(acme);
        given.daysPass(1);
        given.unknown(acme);
        given.daysPass(30);
        given.unknown(acme);

        assertThat(given.alertOf(acme).status()).isEqualTo(AlertStatus.OPEN);
        assertThat(given.alertOf(acme).clearSince()).isNull();
    }

    @Test
    void withinTheHoldTimeAfterItsEndTheRuleStaysQuiet() {
        resolved();
        given.daysPass(6);
        given.poor(acme);

        assertThat(given.alertsOf(acme)).hasSize(1);
    }

    @Test
    void anAlertThatComesBackLinksToTheOneBefore() {
        Alert first = resolved();
        given.daysPass(7);
        given.poor(acme);

        Alert second = given.alertsOf(acme).getFirst();
        assertThat(second.status()).isEqualTo(AlertStatus.OPEN);
        assertThat(second.previous()).isEqualTo(first.id());
        assertThat(lists.detail(second.id()).orElseThrow().previous()).isEqualTo(first);
    }

    @Test
    void whatPeopleClosedStaysQuietForFourWeeksWhileNothingChanges() {
        given.poor(acme);
        alerts.close(given.alertOf(acme).id(), CloseReason.ACCEPTED, null, Actor.SYSTEM);
        given.daysPass(27);
        given.poor(acme);
        assertThat(given.alertsOf(acme)).hasSize(1);

        given.daysPass(1);
        given.poor(acme);

        assertThat(given.alertsOf(acme)).hasSize(2);
    }

    @Test
    void whatPeopleClosedComesBackEarlierIfTheConditionWasGoneInBetween() {
        given.poor(acme);
        alerts.close(given.alertOf(acme).id(), CloseReason.HANDLED_OTHERWISE, "Called them", Actor.SYSTEM);
        given.daysPass(1);
        given.good(acme);
        given.daysPass(7);
        given.poor(acme);

        assertThat(given.alertsOf(acme)).hasSize(2);
    }

    @Test
    void anAlertInPlayIsResolvedToo() {
        given.poor(acme);
        inPlay.started(given.alertOf(acme).id(), new RunId(1));
        given.daysPass(1);
        given.good(acme);
        given.daysPass(7);
        given.good(acme);

        assertThat(given.alertOf(acme).status()).isEqualTo(AlertStatus.RESOLVED);
    }

    @Test
    void whatHappensOnceIsOverWithItsWindow() {
        AccountFacts facts = anAccount(acme)
                .usesDaily("login", 20, Days.endingWith(given.today(), 60))
                .uses("export", 1, given.today(), 3)
                .facts();
        given.scored(facts, Scores.good(given.today()), null);
        assertThat(given.alertOf(acme).title()).isEqualTo("Started using export: 3 events since 19 Nov 2026");
        given.daysPass(13);
        given.scored(facts, Scores.good(given.today()), null);
        assertThat(given.alertOf(acme).status()).isEqualTo(AlertStatus.OPEN);

        given.daysPass(1);
        given.scored(facts, Scores.good(given.today()), null);

        assertThat(given.alertOf(acme).status()).isEqualTo(AlertStatus.RESOLVED);
    }

    @Test
    void newUsersAreNamedInTheEvidence() {
        AnAccount account = anAccount(acme)
                .usesDaily("login", 5, Days.endingWith(given.today().minusDays(7), 60));
        for (int i = 1; i <= 10; i++) {
            account.uses("login", user(1000 + i, i == 1 ? "Ann Example" : null), given.today(), 1);
        }

        given.scored(account.facts(), Scores.good(given.today()), null);

        assertThat(lists.detail(given.alertOf(acme).id())
                        .orElseThrow()
                        .evidence()
                        .lines())
                .extracting(Line::text)
                .contains("New user Ann Example", "New user u1002");
    }

    @Test
    void theAlertsOfAnAccountThatLeavesAreClosed() {
        given.poor(acme);
        given.daysPass(1);
        AccountFacts left = anAccount(acme)
                .subscription(SubscriptionStatus.CANCELLED, given.today(), null)
                .facts();
        given.scored(left, Scores.poor(given.today()), null);

        assertThat(given.alertOf(acme).status()).isEqualTo(AlertStatus.CLOSED);
        assertThat(given.alertOf(acme).closedReason()).isEqualTo(CloseReason.ACCOUNT_CANCELLED);
        assertThat(heard.resolved).isEmpty();
    }

    @Test
    void aRuleThatIsSwitchedOffRaisesNothing() {
        rules.enable("poor-health", false, Actor.SYSTEM);

        given.poor(acme);

        assertThat(given.alertsOf(acme)).isEmpty();
    }

    @Test
    void anAlertOfARuleThatIsSwitchedOffIsStillResolved() {
        given.poor(acme);
        rules.enable("poor-health", false, Actor.SYSTEM);
        given.daysPass(1);
        given.good(acme);
        given.daysPass(7);
        given.good(acme);

        assertThat(given.alertOf(acme).status()).isEqualTo(AlertStatus.RESOLVED);
    }

    @Test
    void otherModulesHearOfAnAlertInItsTransaction() {
        given.poor(acme);

        assertThat(heard.publishedInTransaction)
                .containsExactly(new AlertRaised(
                        given.alertOf(acme).id(), acme, "poor-health", "Health is poor: 35.0 of 100", "win-back"));
        assertThat(heard.raised).isEqualTo(heard.publishedInTransaction);
    }

    @Test
    void nobodyHearsOfAnAlertThatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            given.detect(anAccount(acme).facts(), Scores.poor(given.today()), null);
            status.setRollbackOnly();
        });

        assertThat(given.alertsOf(acme)).isEmpty();
        assertThat(heard.raised).isEmpty();
    }

    @Test
    void theTimeFromTheEventToTheAlertIsMeasured() {
        double before = seconds();
        given.scored(anAccount(acme).facts(), Scores.poor(given.today()), Given.START.minusSeconds(2));

        assertThat(seconds() - before).isCloseTo(2, within(1e-9));
        assertThat(given.alertOf(acme).eventReceivedAt()).isEqualTo(Given.START.minusSeconds(2));
        assertThat(meters.get("ews.alerts.open").gauge().value()).isEqualTo(1);
    }

    private long user(long id, @Nullable String name) {
        return jdbc.sql("""
                        insert into account_user (account_id, id, key, attributes) overriding system value
                        values (:account, :id, 'u' || :id, jsonb_strip_nulls(jsonb_build_object('name', :name::text)))
                        returning id
                        """)
                .param("account", acme.value())
                .param("id", id)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private double seconds() {
        return meters.get("ews.event.to.alert").timer().totalTime(TimeUnit.SECONDS);
    }

    private Alert resolved() {
        given.poor(acme);
        given.daysPass(1);
        given.good(acme);
        given.daysPass(7);
        given.good(acme);
        return given.alertOf(acme);
    }
}
