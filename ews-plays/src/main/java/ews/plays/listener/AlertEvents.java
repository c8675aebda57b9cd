package ews.plays.listener;

import ews.domain.alert.AlertRaised;
import ews.domain.alert.AlertResolved;
import ews.plays.entry.Entrances;
import ews.plays.play.Play;
import ews.plays.play.Plays;
import ews.plays.run.Runs;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Starts plays because of alerts, and tells runs what became of theirs. The same event twice has its effect once. */
@Component
class AlertEvents {

    private final Plays plays;
    private final Entrances entrances;
    private final Runs runs;

    AlertEvents(Plays plays, Entrances entrances, Runs runs) {
        this.plays = plays;
        this.entrances = entrances;
        this.runs = runs;
    }

    @ApplicationModuleListener
    void on(AlertRaised raised) {
        String key = raised.play();
        if (key == null) {
            return;
        }
        Optional<Play> play = plays.withKey(key);
        if (play.isEmpty()) {
            entrances.turnedAway(raised.account(), key, raised.alert(), raised.title(), "there is no such play");
        } else if (!play.get().definition().entry().isByAlert()) {
            entrances.turnedAway(raised.account(), key, raised.alert(), raised.title(), "alerts only suggest it");
        } else {
            entrances.enter(raised.account(), play.get(), raised.alert(), raised.title());
        }
    }

    @ApplicationModuleListener
    void on(AlertResolved resolved) {
        runs.alertResolved(resolved.account(), resolved.alert());
    }
}
