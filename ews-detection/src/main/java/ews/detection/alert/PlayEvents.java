package ews.detection.alert;

import ews.domain.play.RunCancelled;
import ews.domain.play.RunFinished;
import ews.domain.play.RunStarted;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What runs of plays mean for the alerts that they were started for. */
@Component
class PlayEvents {

    private final AlertsInPlay alerts;

    PlayEvents(AlertsInPlay alerts) {
        this.alerts = alerts;
    }

    @ApplicationModuleListener
    void on(RunStarted started) {
        if (started.alert() != null) {
            alerts.started(started.alert(), started.run());
        }
    }

    @ApplicationModuleListener
    void on(RunFinished finished) {
        if (finished.alert() != null) {
            alerts.finished(finished.alert(), finished.run(), finished.outcome(), finished.note(), finished.by());
        }
    }

    @ApplicationModuleListener
    void on(RunCancelled cancelled) {
        if (cancelled.alert() != null) {
            alerts.cancelled(cancelled.alert(), cancelled.run());
        }
    }
}
