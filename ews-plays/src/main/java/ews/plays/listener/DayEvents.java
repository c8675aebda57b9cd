package ews.plays.listener;

import ews.domain.time.DayHasPassed;
import ews.plays.run.Owners;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Does what is due once a day. */
@Component
class DayEvents {

    private final Owners owners;

    DayEvents(Owners owners) {
        this.owners = owners;
    }

    @ApplicationModuleListener
    void on(DayHasPassed passed) {
        owners.followAccounts();
    }
}
