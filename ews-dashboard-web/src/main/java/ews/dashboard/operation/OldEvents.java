package ews.dashboard.operation;

import ews.domain.event.EventType;
import ews.domain.time.OrganisationDays;
import ews.sensors.eventlog.ForgottenEvents;
import ews.sensors.eventlog.ForgottenEvents.Forgotten;
import ews.sensors.reject.Rejects;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets events that are older than the operator wants to keep them. What they said stays in the facts. */
@Component
class OldEvents {

    private static final Logger LOG = LoggerFactory.getLogger(OldEvents.class);

    private final Retention retention;
    private final ForgottenEvents events;
    private final Rejects rejects;
    private final OrganisationDays days;
    /** The day on which nothing was left to do: looking through every old day once a day is enough. */
    private volatile @Nullable LocalDate done;

    OldEvents(Retention retention, ForgottenEvents events, Rejects rejects, OrganisationDays days) {
        this.retention = retention;
        this.events = events;
        this.rejects = rejects;
        this.days = days;
    }

    /** To be called again soon: where others are at work at a day, it waits for the next time. */
    void forget() {
        LocalDate today = days.today();
        if (today.equals(done)) {
            return;
        }
        forgetRejects(today);
        if (forgetEvents(retention.firstKept(today))) {
            done = today;
        }
    }

    /** @return whether nothing is left to do */
    private boolean forgetEvents(Map<EventType, LocalDate> firstKept) {
        if (firstKept.isEmpty()) {
            return true;
        }
        Forgotten forgotten = events.forget(firstKept);
        if (forgotten.dropped() > 0 || forgotten.reduced() > 0) {
            LOG.info(
                    "Forgot all events of {} days, and those of some families of {} days",
                    forgotten.dropped(),
                    forgotten.reduced());
        }
        return forgotten.busy() == 0;
    }

    private void forgetRejects(LocalDate today) {
        if (retention.events() == null) {
            return;
        }
        LocalDate first = today.minus(retention.events());
        events.forgetReceiptsBefore(first);
        int forgotten = rejects.dropBefore(days.startOf(first));
        if (forgotten > 0) {
            LOG.info("Forgot {} rejects before {}", forgotten, first);
        }
    }
}
