package ews.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ews.dashboard.view.When;
import ews.detection.alert.CloseReason;
import ews.domain.alert.AlertId;
import ews.domain.audit.Actor;
import ews.domain.play.Outcome;
import ews.plays.run.Run;
import org.junit.jupiter.api.Test;

/** Alerts are dealt with. */
class AlertActionsTest extends Actions {

    @Test
    void anAlertIsAcknowledgedSnoozedWokenAndClosed() {
        AlertId alert = given.anAlert(account, "renewal", "Renews in 30 days");
        String page = "/alerts/" + alert;

        assertDone(post(csm, page + "/acknowledge"), page, "Acknowledged: Renews in 30 days.");
        post(csm, page + "/snooze", "until", given.today().plusDays(3).toString());
        assertThat(alerts.withId(alert).orElseThrow().isSnoozed(given.today())).isTrue();
        assertDone(post(csm, page + "/wake"), page, "It is back in the inbox.");
        assertRefused(post(csm, page + "/close"), page, "closed with a reason");
        assertDone(post(csm, page + "/close", "reason", "accepted", "note", "Known"), page, "Closed.");
        assertThat(alerts.withId(alert).orElseThrow().closedReason()).isEqualTo(CloseReason.ACCEPTED);
        assertRefused(post(csm, page + "/acknowledge"), page, "is closed");
    }

    @Test
    void anAlertIsBackWithWhoeverToldHowItsRunEnded() {
        AlertId alert = given.anAlert(account, "poor-health", "Health is poor");
        Run run = runs.start(account, plays.withKey("win-back").orElseThrow(), alert, "Poor", Actor.of(csm));

        taskLists.ofRun(run.id()).forEach(task -> tasks.done(task.id(), null, Actor.of(csm)));

        post(csm, "/runs/" + run.id() + "/finish", "outcome", "improved", "note", "They use it again");

        await().until(() -> alerts.withId(alert).orElseThrow().runOutcome() == Outcome.IMPROVED);
        assertThat(alerts.withId(alert).orElseThrow().acknowledgedBy()).isEqualTo(csm.name());
        assertThat(visit(csm, "/alerts/" + alert))
                .bodyText()
                .contains(
                        "Its play ended: <b>Improved</b> on <span>%s</span>. The alert closes by itself when the rule no longer holds, or close it."
                                .formatted(When.day(given.today())));
        assertThat(visit(csm, "/alerts?tab=acknowledged"))
                .bodyText()
                .contains(
                        "Its play ended: Improved on %s. It closes by itself when the rule no longer holds, or close it."
                                .formatted(When.day(given.today())));
    }
}
