package ews.plays.listener;

import ews.domain.account.Accounts;
import ews.domain.alert.AlertRaised;
import ews.domain.alert.AlertResolved;
import ews.domain.audit.Actor;
import ews.domain.audit.AuditLog;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.run.Run;
import ews.plays.run.Runs;
import java.util.Map;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Starts plays because of alerts, and tells runs what became of theirs. The same event twice has its effect once. */
@Component
class AlertEvents {

    private final Accounts accounts;
    private final Plays plays;
    private final Runs runs;
    private final AuditLog audit;

    AlertEvents(Accounts accounts, Plays plays, Runs runs, AuditLog audit) {
        this.accounts = accounts;
        this.plays = plays;
        this.runs = runs;
        this.audit = audit;
    }

    @ApplicationModuleListener
    void on(AlertRaised raised) {
        String key = raised.play();
        // An account that is gone, such as one of the sample company, took its alert along.
        if (key == null || accounts.withId(raised.account()).isEmpty()) {
            return;
        }
        Optional<Play> play = plays.withKey(key);
        if (play.isPresent() && play.get().enabled()) {
            Run run = runs.start(raised.account(), play.get(), raised.alert(), raised.title(), Actor.SYSTEM);
            if (!raised.alert().equals(run.alert())) {
                notStarted(raised, key, "the play runs already because of alert " + run.alert());
            }
        } else {
            notStarted(raised, key, play.isPresent() ? "the play is switched off" : "there is no such play");
        }
    }

    private void notStarted(AlertRaised raised, String play, String cause) {
        audit.record(
                Actor.SYSTEM,
                "run.not_started",
                "alert %s of account %s".formatted(raised.alert(), raised.account()),
                Map.of("play", play, "cause", cause, "alert", raised.title()));
    }

    @ApplicationModuleListener
    void on(AlertResolved resolved) {
        runs.alertResolved(resolved.account(), resolved.alert());
    }
}
