package ews.detection.alert;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What is put aside until it gets worse comes back when it does, and no earlier. */
@SpringBootTest
class SnoozeTest {

    @Autowired
    private Given given;

    @Autowired
    private Alerts alerts;

    @Autowired
    private AlertLists lists;

    private AccountId acme;
    private AlertId alert;

    @BeforeEach
    void poorHealth() {
        given.nothing();
        acme = given.account("acme");
        given.poor(acme, 40);
        alert = given.alertOf(acme).id();
    }

    @Test
    void itKeepsHowBadItWasAndFromWhereOnItIsWorse() {
        snoozeUntilWorse();

        assertThat(given.alertOf(acme).earlyEnd()).isEqualTo(new EarlyEnd(40, 35));
        assertThat(given.alertOf(acme).isSnoozed(given.today())).isTrue();
    }

    @Test
    void aLittleWorseLeavesItAside() {
        snoozeUntilWorse();
        given.daysPass(1);
        given.poor(acme, 36);

        assertThat(listed(AlertSelection.SNOOZED)).containsExactly(alert);
        assertThat(given.alertOf(acme).worseOn()).isNull();
    }

    @Test
    void worseByTheMarginBringsItBack() {
        snoozeUntilWorse();
        given.daysPass(1);
        given.poor(acme, 35);

        assertThat(listed(AlertSelection.BACK_AGAIN)).containsExactly(alert);
        assertThat(given.alertOf(acme).worseOn()).isEqualTo(given.today());
    }

    @Test
    void itComesBackWithinTheDayToo() {
        snoozeUntilWorse();
        given.poor(acme, 30);

        assertThat(listed(AlertSelection.BACK_AGAIN)).containsExactly(alert);
        assertThat(occurrences()).extracting(Occurrence::value).containsExactly(30.0);
    }

    @Test
    void whatWasAlreadyWorseWhenItWasSnoozedIsNoReasonToComeBack() {
        given.daysPass(1);
        given.poor(acme, 33);
        snoozeUntilWorse();
        given.daysPass(1);
        given.poor(acme, 33);

        assertThat(listed(AlertSelection.SNOOZED)).containsExactly(alert);
    }

    @Test
    void aSnoozeUntilADayIsNotEndedByWorse() {
        alerts.snooze(alert, given.today().plusDays(7), false, Actor.SYSTEM);
        given.daysPass(1);
        given.poor(acme, 25);

        assertThat(listed(AlertSelection.SNOOZED)).containsExactly(alert);
    }

    @Test
    void whatCameBackStaysWhenItGetsBetter() {
        snoozeUntilWorse();
        given.poor(acme, 30);
        given.poor(acme, 40);

        assertThat(listed(AlertSelection.BACK_AGAIN)).containsExactly(alert);
    }

    @Test
    void acknowledgingItForgetsTheSnooze() {
        snoozeUntilWorse();
        given.poor(acme, 30);
        alerts.acknowledge(alert, Actor.SYSTEM);

        assertThat(listed(AlertSelection.ACKNOWLEDGED)).containsExactly(alert);
        assertThat(given.alertOf(acme).earlyEnd()).isNull();
        assertThat(given.alertOf(acme).worseOn()).isNull();
    }

    @Test
    void anAlertIsResolvedThoughItIsSnoozed() {
        snoozeUntilWorse();
        given.daysPass(1);
        given.good(acme);
        given.daysPass(7);
        given.good(acme);

        assertThat(given.alertOf(acme).status()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(listed(AlertSelection.SNOOZED)).isEmpty();
    }

    @Test
    void eachDayOnWhichItHeldKeepsWhatWasFoundFirst() {
        given.poor(acme, 39);
        given.daysPass(2);
        given.poor(acme, 37);
        given.poor(acme, 36);

        assertThat(occurrences())
                .containsExactly(
                        new Occurrence(given.today().minusDays(2), "Health is poor: 40.0 of 100", 40.0, 35.0),
                        new Occurrence(given.today(), "Health is poor: 37.0 of 100", 37.0, 32.0));
    }

    private void snoozeUntilWorse() {
        alerts.snooze(alert, given.today().plusDays(60), true, Actor.SYSTEM);
    }

    private List<Occurrence> occurrences() {
        return lists.detail(alert).orElseThrow().occurrences();
    }

    private List<AlertId> listed(AlertSelection selection) {
        return lists.page(AlertFilter.of(selection), null, 50).alerts().stream()
                .map(Alert::id)
                .toList();
    }
}
