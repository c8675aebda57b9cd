package ews.detection.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.TransitionRefused;
import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.play.RunId;
import ews.testing.TickingClock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody did with an alert can be taken back for a while, if nothing else has changed it since. */
@SpringBootTest
class UndoingTest {

    @Autowired
    private Given given;

    @Autowired
    private Alerts alerts;

    @Autowired
    private AlertsInPlay inPlay;

    @Autowired
    private Undoing undoing;

    @Autowired
    private Members members;

    @Autowired
    private TickingClock clock;

    @Autowired
    private JdbcClient jdbc;

    private AccountId acme;
    private AlertId alert;
    private Actor carla;
    private Actor nora;

    @BeforeEach
    void anOpenAlert() {
        given.nothing();
        acme = given.account("acme");
        carla = Actor.of(members.ensure("carla@example.com", "Carla", Role.CSM, false));
        nora = Actor.of(members.ensure("nora@example.com", "Nora", Role.MANAGER, false));
        given.poor(acme, 40);
        alert = given.alertOf(acme).id();
    }

    @Test
    void anAcknowledgedAlertIsOpenAgain() {
        Map<String, @Nullable Object> before = row();

        undoing.undo(alerts.acknowledge(alert, carla), carla);

        assertThat(row()).isEqualTo(before);
    }

    @Test
    void aClosedAlertIsAgainWhatItWas() {
        alerts.acknowledge(alert, nora);
        alerts.snooze(alert, given.today().plusDays(9), true, nora);
        Map<String, @Nullable Object> before = row();

        undoing.undo(alerts.close(alert, CloseReason.FALSE_ALARM, "No", carla), carla);

        assertThat(row()).isEqualTo(before);
    }

    @Test
    void aSnoozeThatReplacedAnotherGivesWayToItAgain() {
        alerts.snooze(alert, given.today().plusDays(9), true, carla);
        Map<String, @Nullable Object> before = row();

        undoing.undo(alerts.snooze(alert, given.today().plusDays(20), false, carla), carla);

        assertThat(row()).isEqualTo(before);
    }

    @Test
    void aWokenAlertSleepsOn() {
        alerts.snooze(alert, given.today().plusDays(9), false, carla);
        Map<String, @Nullable Object> before = row();

        undoing.undo(alerts.wake(alert, carla), carla);

        assertThat(row()).isEqualTo(before);
    }

    @Test
    void nothingIsTakenBackTwice() {
        Undo undo = alerts.acknowledge(alert, carla);
        undoing.undo(undo, carla);

        assertRefused(undo, carla);
    }

    @Test
    void whatSomebodyElseDidSinceStands() {
        Undo undo = alerts.acknowledge(alert, carla);
        alerts.close(alert, CloseReason.ACCEPTED, null, nora);

        assertRefused(undo, carla);
        assertThat(given.alertOf(acme).closedReason()).isEqualTo(CloseReason.ACCEPTED);
    }

    @Test
    void onlyTheLastThingIsTakenBack() {
        Undo first = alerts.acknowledge(alert, carla);
        alerts.snooze(alert, given.today().plusDays(2), false, carla);

        assertRefused(first, carla);
    }

    @Test
    void nobodyTakesBackWhatOthersDid() {
        assertRefused(alerts.acknowledge(alert, carla), nora);
    }

    @Test
    void aPlayThatStartedSinceStands() {
        Undo undo = alerts.acknowledge(alert, carla);
        inPlay.started(alert, new RunId(1));

        assertRefused(undo, carla);
        assertThat(given.alertOf(acme).status()).isEqualTo(AlertStatus.IN_PLAY);
    }

    @Test
    void whatRecoveredSinceStaysResolved() {
        given.daysPass(1);
        given.good(acme);
        given.daysPass(7);
        Undo undo = alerts.acknowledge(alert, carla);
        given.good(acme);

        assertRefused(undo, carla);
        assertThat(given.alertOf(acme).status()).isEqualTo(AlertStatus.RESOLVED);
    }

    @Test
    void whatIsSeenOfTheAccountMeanwhileIsNoChangeOfTheAlert() {
        Undo undo = alerts.acknowledge(alert, carla);
        given.poor(acme, 30);
        undoing.undo(undo, carla);

        assertThat(given.alertOf(acme).status()).isEqualTo(AlertStatus.OPEN);
    }

    @Test
    void afterAnHourItIsTooLate() {
        Undo undo = alerts.acknowledge(alert, carla);
        clock.tick(Undoing.WHILE);

        assertRefused(undo, carla);
    }

    @Test
    void anAlertIsWhatItWasWhenItsRunIsGivenUp() {
        alerts.acknowledge(alert, carla);
        alerts.snooze(alert, given.today().plusDays(9), true, carla);
        Map<String, @Nullable Object> before = row();
        inPlay.started(alert, new RunId(1));
        assertThat(given.alertOf(acme).isSnoozed(given.today())).isFalse();

        inPlay.cancelled(alert, new RunId(1));

        assertThat(row()).isEqualTo(before);
    }

    @Test
    void whatIsUndoneIsWrittenAsAFormWritesIt() {
        Undo undo = alerts.acknowledge(alert, carla);

        assertThat(Undo.of(undo.toString())).isEqualTo(undo);
        assertThatThrownBy(() -> Undo.of("1.x")).hasMessage("There is nothing to undo.");
    }

    private void assertRefused(Undo undo, Actor actor) {
        assertThatThrownBy(() -> undoing.undo(undo, actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("Alert %s has changed since, so that it stays as it is now", undo.alert());
    }

    /** Everything that is known of the alert, but for how often it changed and which run ended. */
    private Map<String, @Nullable Object> row() {
        Map<String, @Nullable Object> row = jdbc.sql("select * from alert where id = :id")
                .param("id", alert.value())
                .query()
                .singleRow();
        row.keySet().removeAll(Set.of("revision", "ended_run_id"));
        return row;
    }
}
