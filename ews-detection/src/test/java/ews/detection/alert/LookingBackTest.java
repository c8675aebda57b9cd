package ews.detection.alert;

import static org.assertj.core.api.Assertions.assertThat;

import ews.detection.rule.AnAccount;
import ews.detection.rule.Scores;
import ews.detection.rule.Verdict;
import ews.domain.account.AccountId;
import ews.domain.audit.Actor;
import ews.domain.chance.Share;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What past alerts tell: how similar ones ended, how precise a rule is, and how fast alerts were. */
@SpringBootTest
class LookingBackTest {

    @Autowired
    private Given given;

    @Autowired
    private Alerts alerts;

    @Autowired
    private SimilarAlerts similar;

    @Autowired
    private RuleRecords records;

    @Autowired
    private Rejudging rejudging;

    @Autowired
    private Delays delays;

    @Autowired
    private JdbcClient jdbc;

    private AccountId acme;

    @BeforeEach
    void start() {
        given.nothing();
        acme = given.account("acme");
    }

    @Test
    void similarAlertsAreOfTheSameAccountFirstAndThenOfItsSegment() {
        AccountId like = inSegment(given.account("like"), 1);
        AccountId unlike = inSegment(given.account("unlike"), 2);
        inSegment(acme, 1);
        closed(acme, CloseReason.ACCEPTED);
        closed(like, CloseReason.FALSE_ALARM);
        closed(unlike, CloseReason.FALSE_ALARM);
        given.daysPass(Standing.LEAST_PEACE);
        given.poor(acme);

        var found = similar.to(given.alertsOf(acme).getFirst(), 9);

        assertThat(found.ofAccount()).isEqualTo(new Endings(0, Map.of(CloseReason.ACCEPTED, 1)));
        assertThat(found.ofOthers()).isEqualTo(new Endings(0, Map.of(CloseReason.FALSE_ALARM, 1)));
        assertThat(found.examples()).extracting(Alert::account).containsExactly(acme, like);
    }

    @Test
    void howAlertsEndedReadsInOneLine() {
        var endings = new Endings(9, Map.of(CloseReason.LOST, 2, CloseReason.FALSE_ALARM, 3));

        assertThat(endings.text()).isEqualTo("9 resolved, 3 closed as “False alarm”, 2 closed as “Lost”");
        assertThat(endings.count()).isEqualTo(14);
    }

    @Test
    void theRecordOfARuleIsCountedFromItsAlerts() {
        closed(acme, CloseReason.FALSE_ALARM);
        closed(given.account("b"), CloseReason.ACCEPTED);
        closed(given.account("c"), CloseReason.ACCOUNT_CANCELLED);
        given.poor(given.account("d"));

        RuleRecord record = records.ofLast(90).getFirst();

        assertThat(record.rule().key()).isEqualTo("poor-health");
        assertThat(record.raised()).isEqualTo(4);
        assertThat(record.open()).isEqualTo(1);
        assertThat(record.falseAlarms()).isEqualTo(new Share(1, 2));
    }

    @Test
    void alertsOfLongAgoDoNotCount() {
        closed(acme, CloseReason.FALSE_ALARM);
        given.daysPass(90);

        assertThat(records.ofLast(90)).allMatch(it -> it.raised() == 0);
        assertThat(records.ofLast(91)).anyMatch(it -> it.raised() == 1);
    }

    @Test
    void aChangeIsTriedOnTheRulesOwnAlerts() {
        for (String key : new String[] {"a", "b", "c"}) {
            given.poor(given.account(key));
        }
        given.daysPass(1);
        jdbc.sql("select id from account where key <> 'acme'")
                .query(Long.class)
                .list()
                .forEach(id -> given.good(new AccountId(id)));
        given.daysPass(7);
        jdbc.sql("select id from account where key <> 'acme'")
                .query(Long.class)
                .list()
                .forEach(id -> given.good(new AccountId(id)));

        assertThat(records.ofLast(90).stream().flatMap(it -> it.calming().stream()))
                .extracting(Calming::change)
                .containsExactly("Raise it only when it has held on 2 days in a row");
    }

    @Test
    void theRuleJudgesAnewWithoutChangingAnything() {
        given.poor(acme);

        Verdict now = rejudging.now(given.alertOf(acme));

        // the account has no facts, so that it has no score
        assertThat(now).isEqualTo(new Verdict.Undecided("The account has not been known for 14 days yet."));
        assertThat(given.alertOf(acme).status()).isEqualTo(AlertStatus.OPEN);
    }

    @Test
    void theDelaysOfTheLastDayAreTold() {
        assertThat(delays.lately()).isEmpty();
        delayed("a", 1000);
        delayed("b", 400);
        delayed("c", 400);
        given.poor(acme);

        assertThat(delays.lately()).hasValueSatisfying(it -> {
            assertThat(it.alerts()).isEqualTo(3);
            assertThat(it.half()).isEqualTo(Duration.ofMillis(400));
            assertThat(it.most()).isEqualTo(Duration.ofMillis(988));
        });
        given.daysPass(1);
        assertThat(delays.lately()).isEmpty();
    }

    private void delayed(String key, int millis) {
        AccountId account = given.account(key);
        given.scored(AnAccount.anAccount(account).facts(), Scores.poor(given.today()), Given.START.minusMillis(millis));
    }

    private void closed(AccountId account, CloseReason reason) {
        given.poor(account);
        alerts.close(given.alertOf(account).id(), reason, null, Actor.SYSTEM);
    }

    private AccountId inSegment(AccountId account, int segment) {
        jdbc.sql("""
                        insert into account_health (account_id, day, band, segment_id, profile_version_id, trend, computed_at)
                        values (:account, :day, 'poor', :segment, 1, '{}', now())
                        """)
                .param("account", account.value())
                .param("day", given.today())
                .param("segment", segment)
                .update();
        return account;
    }
}
