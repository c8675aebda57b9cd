package ews.detection.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.account.Accounts;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class AlertsTest {

    @Autowired
    private Given given;

    @Autowired
    private Alerts alerts;

    @Autowired
    private AlertLists lists;

    @Autowired
    private AlertCounts counts;

    @Autowired
    private Members members;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private AccountId acme;
    private AlertId alert;
    private Member carla;
    private Actor actor;

    @BeforeEach
    void anOpenAlert() {
        given.nothing();
        acme = given.account("acme");
        carla = members.ensure("carla@example.com", "Carla", Role.CSM, false);
        accounts.assign(acme, carla.id());
        actor = Actor.of(carla);
        given.poor(acme);
        alert = given.alertOf(acme).id();
    }

    @Test
    void acknowledgingSaysWho() {
        alerts.acknowledge(alert, actor);

        assertThat(now().status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
        assertThat(now().acknowledgedBy()).isEqualTo("Carla");
    }

    @Test
    void anAcknowledgedAlertCannotBeAcknowledgedAgain() {
        alerts.acknowledge(alert, actor);

        assertThatThrownBy(() -> alerts.acknowledge(alert, actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("Alert %s is acknowledged, so it cannot be acknowledged", alert);
    }

    @Test
    void aClosedAlertCannotBeSnoozed() {
        alerts.close(alert, CloseReason.FALSE_ALARM, null, actor);

        assertThatThrownBy(() -> alerts.snooze(alert, given.today().plusDays(7), false, actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("Alert %s is closed, so it cannot be snoozed", alert);
    }

    @Test
    void anUnknownAlertIsNamed() {
        assertThatThrownBy(() -> alerts.acknowledge(new AlertId(-1), actor))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no alert -1");
    }

    @Test
    void closingKeepsReasonNoteAndWho() {
        alerts.close(alert, CloseReason.HANDLED_OTHERWISE, " Called them ", actor);

        assertThat(now().status()).isEqualTo(AlertStatus.CLOSED);
        assertThat(now().closedReason()).isEqualTo(CloseReason.HANDLED_OTHERWISE);
        assertThat(now().closedNote()).isEqualTo("Called them");
        assertThat(now().endedBy()).isEqualTo("Carla");
        assertThat(now().endedAt()).isEqualTo(Given.START);
    }

    @Test
    void closingRequiresAReason() {
        assertThatThrownBy(() -> CloseReason.choice(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An alert is closed with a reason: false_alarm, accepted, duplicate, handled_otherwise");
    }

    @Test
    void aPersonCannotCloseForTheSystemsReason() {
        assertThatThrownBy(() -> CloseReason.choice("account_cancelled")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSnoozedAlertComesBackOnItsDay() {
        alerts.snooze(alert, given.today().plusDays(7), false, actor);
        given.daysPass(6);
        assertThat(listed(AlertSelection.SNOOZED)).containsExactly(alert);
        assertThat(listed(AlertSelection.NEW)).isEmpty();

        given.daysPass(1);

        assertThat(listed(AlertSelection.SNOOZED)).isEmpty();
        assertThat(listed(AlertSelection.BACK_AGAIN)).containsExactly(alert);
        assertThat(listed(AlertSelection.WAITING)).containsExactly(alert);
    }

    @Test
    void whatWasAcknowledgedComesBackFromItsSnoozeTooUntilItIsAcknowledgedAnew() {
        alerts.acknowledge(alert, actor);
        alerts.snooze(alert, given.today().plusDays(1), false, actor);
        given.daysPass(1);
        assertThat(listed(AlertSelection.BACK_AGAIN)).containsExactly(alert);
        assertThat(listed(AlertSelection.ACKNOWLEDGED)).isEmpty();

        alerts.acknowledge(alert, actor);

        assertThat(listed(AlertSelection.BACK_AGAIN)).isEmpty();
        assertThat(listed(AlertSelection.ACKNOWLEDGED)).containsExactly(alert);
    }

    @Test
    void whatIsRaisedOnceMoreIsBackAgainAndNotNew() {
        alerts.close(alert, CloseReason.ACCEPTED, null, actor);
        given.daysPass(Standing.LEAST_PEACE);
        given.poor(acme);

        assertThat(listed(AlertSelection.NEW)).isEmpty();
        assertThat(listed(AlertSelection.BACK_AGAIN)).hasSize(1);
        assertThat(counts.ofAll(null)).containsEntry(AlertSelection.ENDED, 1);
    }

    @Test
    void aSnoozeCanBeEndedEarly() {
        alerts.snooze(alert, given.today().plusDays(7), false, actor);
        alerts.wake(alert, actor);

        assertThat(listed(AlertSelection.NEW)).containsExactly(alert);
    }

    @Test
    void nobodySnoozesUntilToday() {
        assertThatThrownBy(() -> alerts.snooze(alert, given.today(), false, actor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Snooze until a day after today, at most 365 days ahead; not until 2026-11-19");
    }

    @Test
    void everyActionIsInTheAuditLog() {
        alerts.acknowledge(alert, actor);
        alerts.snooze(alert, given.today().plusDays(7), false, actor);
        alerts.wake(alert, actor);
        alerts.close(alert, CloseReason.ACCEPTED, null, actor);

        assertThat(audited())
                .containsExactly(
                        "Carla alert.acknowledged", "Carla alert.snoozed", "Carla alert.woken", "Carla alert.closed");
    }

    @Test
    void aRefusedActionIsNotInTheAuditLog() {
        alerts.close(alert, CloseReason.ACCEPTED, null, actor);

        assertThatThrownBy(() -> alerts.acknowledge(alert, actor)).isInstanceOf(TransitionRefused.class);

        assertThat(audited()).containsExactly("Carla alert.closed");
    }

    @Test
    void alertsAreListedByAccountAndByCsm() {
        AccountId other = given.account("other");
        given.poor(other);

        assertThat(page(new AlertFilter(AlertSelection.OPEN, null, carla.id()))).containsExactly(alert);
        assertThat(page(new AlertFilter(AlertSelection.OPEN, other, null)))
                .containsExactly(given.alertOf(other).id());
        assertThat(page(AlertFilter.of(AlertSelection.OPEN))).hasSize(2);
        assertThat(lists.openOf(List.of(acme, other))).containsOnlyKeys(acme, other);
    }

    @Test
    void alertsAreCountedBySelectionAndCsm() {
        AccountId other = given.account("other");
        given.poor(other);
        alerts.acknowledge(alert, actor);

        assertThat(counts.ofAll(null))
                .containsEntry(AlertSelection.OPEN, 2)
                .containsEntry(AlertSelection.NEW, 1)
                .containsEntry(AlertSelection.ACKNOWLEDGED, 1)
                .containsEntry(AlertSelection.SNOOZED, 0);
        assertThat(counts.ofAll(carla.id())).containsEntry(AlertSelection.OPEN, 1);
    }

    @Test
    void pagesGoFromTheLatestToTheFirst() {
        for (int i = 0; i < 4; i++) {
            given.poor(given.account("other" + i));
        }
        var filter = AlertFilter.of(AlertSelection.OPEN);

        AlertPage first = lists.page(filter, null, 3);
        AlertPage last = lists.page(filter, first.next(), 3);

        assertThat(first.alerts()).extracting(Alert::accountKey).containsExactly("other3", "other2", "other1");
        assertThat(last.alerts()).extracting(Alert::accountKey).containsExactly("other0", "acme");
        assertThat(last.next()).isNull();
    }

    private Alert now() {
        return lists.withId(alert).orElseThrow();
    }

    private List<AlertId> listed(AlertSelection selection) {
        return page(AlertFilter.of(selection));
    }

    private List<AlertId> page(AlertFilter filter) {
        return lists.page(filter, null, 50).alerts().stream().map(Alert::id).toList();
    }

    private List<String> audited() {
        return jdbc.sql("select actor || ' ' || action from audit_entry order by id")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
