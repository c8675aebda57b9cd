package ews.detection.alert;

import ews.domain.play.RunCancelled;
import ews.domain.play.RunStarted;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What runs of plays mean for alerts. A finished run changes nothing here: the alert stays in play until its condition
 * is gone or somebody closes it, since an outcome that people state is not yet one that facts confirm.
 */
@Component
class PlayEvents {

    private final Alerts alerts;

    PlayEvents(Alerts alerts) {
        this.alerts = alerts;
    }

    @ApplicationModuleListener
    void on(RunStarted started) {
        if (started.alert() != null) {
            alerts.enterPlay(started.alert());
        }
    }

    @ApplicationModuleListener
    void on(RunCancelled cancelled) {
        if (cancelled.alert() != null) {
            alerts.leavePlay(cancelled.alert());
        }
    }
}
