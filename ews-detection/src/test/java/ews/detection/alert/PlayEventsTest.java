package ews.detection.alert;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.domain.play.Outcome;
import ews.domain.play.RunCancelled;
import ews.domain.play.RunFinished;
import ews.domain.play.RunId;
import ews.domain.play.RunStarted;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What runs of plays do to the alerts that they were started for. */
@SpringBootTest
class PlayEventsTest {

    private static final RunId RUN = new RunId(1);

    @Autowired
    private Given given;

    @Autowired
    private Alerts alerts;

    @Autowired
    private AlertLists lists;

    @Autowired
    private PlayEvents playEvents;

    @Autowired
    private Members members;

    @Autowired
    private JdbcClient jdbc;

    private AccountId acme;
    private AlertId alert;
    private Actor carla;

    @BeforeEach
    void anOpenAlert() {
        given.nothing();
        acme = given.account("acme");
        carla = Actor.of(members.ensure("carla@example.com", "Carla", Role.CSM, false));
        given.poor(acme);
        alert = given.alertOf(acme).id();
    }

    @Test
    void anAlertIsInPlayOnceARunHasStartedHoweverOftenThatIsTold() {
        started();
        started();

        assertThat(now().status()).isEqualTo(AlertStatus.IN_PLAY);
    }

    @Test
    void aRunThatStartsLateDoesNotReopenAClosedAlert() {
        alerts.close(alert, CloseReason.ACCEPTED, null, carla);

        started();

        assertThat(now().status()).isEqualTo(AlertStatus.CLOSED);
    }

    @Test
    void anAlertWhoseRunWasCancelledWaitsAgain() {
        started();
        cancelled();

        assertThat(now().status()).isEqualTo(AlertStatus.OPEN);
    }

    @ParameterizedTest
    @EnumSource(names = {"SAVED", "IMPROVED", "NO_CHANGE"})
    void whatARunAchievedIsNotedAndFactsDecideWhetherTheAlertIsOver(Outcome outcome) {
        started();
        finished(outcome);

        assertThat(now().status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
        assertThat(now().runOutcome()).isEqualTo(outcome);
        assertThat(now().acknowledgedBy()).isEqualTo("Carla");
        assertThat(audited()).containsExactly("Carla alert.acknowledged");
    }

    @Test
    void anAlertWhoseRunHasFinishedIsResolvedWhenItsConditionIsGone() {
        started();
        finished(Outcome.SAVED);
        given.daysPass(1);
        given.good(acme);
        given.daysPass(7);
        given.good(acme);

        assertThat(now().status()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(now().runOutcome()).isEqualTo(Outcome.SAVED);
    }

    @Test
    void whoAcknowledgedItBeforeTheRunIsKept() {
        alerts.acknowledge(alert, Actor.of(members.ensure("nora@example.com", "Nora", Role.MANAGER, false)));
        started();
        finished(Outcome.IMPROVED);

        assertThat(now().acknowledgedBy()).isEqualTo("Nora");
    }

    @Test
    void aFalseAlarmIsClosedAsOneByWhoSaidSo() {
        started();
        finished(Outcome.FALSE_ALARM);

        assertThat(now().status()).isEqualTo(AlertStatus.CLOSED);
        assertThat(now().closedReason()).isEqualTo(CloseReason.FALSE_ALARM);
        assertThat(now().closedNote()).isEqualTo("We called them.");
        assertThat(now().endedBy()).isEqualTo("Carla");
        assertThat(now().endedAt()).isEqualTo(Given.START);
        assertThat(audited()).containsExactly("Carla alert.closed");
    }

    @Test
    void anAccountThatIsLostNeedsNoAlert() {
        started();
        finished(Outcome.LOST);

        assertThat(now().status()).isEqualTo(AlertStatus.CLOSED);
        assertThat(now().closedReason()).isEqualTo(CloseReason.LOST);
    }

    @Test
    void theEndOfARunToldTwiceUndoesNothingThatPeopleDidSince() {
        started();
        finished(Outcome.NO_CHANGE);
        alerts.snooze(alert, given.today().plusDays(7), false, carla);
        finished(Outcome.NO_CHANGE);
        started();

        assertThat(now().status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
        assertThat(now().isSnoozed(given.today())).isTrue();
        assertThat(audited()).containsExactly("Carla alert.acknowledged", "Carla alert.snoozed");
    }

    @Test
    void theStartOfARunToldAfterItsEndDoesNotPutTheAlertBackInPlay() {
        finished(Outcome.IMPROVED);
        started();

        assertThat(now().status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
    }

    @Test
    void theStartOfARunToldAfterItWasCancelledDoesNotPutTheAlertBackInPlay() {
        cancelled();
        started();

        assertThat(now().status()).isEqualTo(AlertStatus.OPEN);
    }

    @Test
    void aRunThatEndsLaterThanItsAlertLeavesItAsItEnded() {
        started();
        alerts.close(alert, CloseReason.ACCEPTED, "Known", carla);

        finished(Outcome.FALSE_ALARM);

        assertThat(now().closedReason()).isEqualTo(CloseReason.ACCEPTED);
        assertThat(now().closedNote()).isEqualTo("Known");
    }

    private void started() {
        playEvents.on(new RunStarted(RUN, acme, alert, "win-back"));
    }

    private void finished(Outcome outcome) {
        playEvents.on(new RunFinished(RUN, acme, alert, outcome, "We called them.", carla));
    }

    private void cancelled() {
        playEvents.on(new RunCancelled(RUN, acme, alert, "Started by mistake"));
    }

    private Alert now() {
        return lists.withId(alert).orElseThrow();
    }

    private List<String> audited() {
        return jdbc.sql("select actor || ' ' || action from audit_entry order by id")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
