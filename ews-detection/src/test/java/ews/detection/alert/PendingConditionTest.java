package ews.detection.alert;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.rule.Rule;
import ews.detection.rule.RuleDefinition;
import ews.detection.rule.Rules;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conditions that hold without raising an alert: not for long enough yet, or since before the rule was switched on. */
@SpringBootTest
class PendingConditionTest {

    @Autowired
    private Given given;

    @Autowired
    private Rules rules;

    @Autowired
    private ExcusedConditions excused;

    @Autowired
    private JdbcClient jdbc;

    private AccountId acme;

    @BeforeEach
    void aRuleThatWaitsForThreeDaysInARow() {
        given.nothing();
        acme = given.account("acme");
        change(3);
    }

    @AfterEach
    void theStarterRules() {
        jdbc.sql("delete from alert").update();
        jdbc.sql("delete from rule").update();
        rules.afterSingletonsInstantiated();
    }

    private Rule poorHealth() {
        return rules.withKey("poor-health").orElseThrow();
    }

    private void change(int dwellDays) {
        RuleDefinition now = poorHealth().definition();
        rules.change(
                "poor-health",
                poorHealth().version(),
                new RuleDefinition(
                        now.name(),
                        now.nature(),
                        now.kind(),
                        now.audience(),
                        dwellDays,
                        now.holdDays(),
                        now.coolDownDays(),
                        now.play()),
                "Test",
                Actor.SYSTEM);
    }

    @Test
    void anAlertIsRaisedOnTheThirdDayInARow() {
        given.poor(acme);
        given.daysPass(1);
        given.poor(acme);
        assertThat(given.alertsOf(acme)).isEmpty();

        given.daysPass(1);
        given.poor(acme);

        assertThat(given.alertOf(acme).raisedOn()).isEqualTo(given.today());
        assertThat(jdbc.sql("select * from pending_condition").query().listOfRows())
                .isEmpty();
    }

    @Test
    void aGoodDayBeginsTheCountAgain() {
        given.poor(acme);
        given.daysPass(1);
        given.good(acme);
        given.daysPass(1);
        given.poor(acme);
        given.daysPass(1);
        given.poor(acme);

        assertThat(given.alertsOf(acme)).isEmpty();
    }

    @Test
    void aDayOfWhichNobodyCanTellDoesNot() {
        given.poor(acme);
        given.daysPass(1);
        given.unknown(acme);
        given.daysPass(1);
        given.poor(acme);

        assertThat(given.alertsOf(acme)).hasSize(1);
    }

    @Test
    void whoIsExcusedRaisesNothingUntilTheConditionWasGoneOnce() {
        change(1);
        excused.excuse(poorHealth().id(), List.of(acme));
        given.poor(acme);
        given.daysPass(30);
        given.poor(acme);
        assertThat(given.alertsOf(acme)).isEmpty();

        given.good(acme);
        given.daysPass(1);
        given.poor(acme);

        assertThat(given.alertsOf(acme)).hasSize(1);
    }
}
