package ews.dashboard.operation;

import ews.domain.time.OrganisationDays;
import ews.sensors.eventlog.EventPartitions;
import ews.sensors.reject.Rejects;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets events that are older than the operator wants to keep them. What they said stays in the facts. */
@Component
class OldEvents {

    private static final Logger LOG = LoggerFactory.getLogger(OldEvents.class);

    private final Retention retention;
    private final EventPartitions partitions;
    private final Rejects rejects;
    private final OrganisationDays days;

    OldEvents(Retention retention, EventPartitions partitions, Rejects rejects, OrganisationDays days) {
        this.retention = retention;
        this.partitions = partitions;
        this.rejects = rejects;
        this.days = days;
    }

    void forget() {
        if (retention.events() == null) {
            return;
        }
        LocalDate first = days.today().minus(retention.events());
        int forgottenDays = partitions.dropBefore(first);
        int forgottenRejects = rejects.dropBefore(days.startOf(first));
        if (forgottenDays > 0 || forgottenRejects > 0) {
            LOG.info("Forgot the events of {} days before {}, and {} rejects", forgottenDays, first, forgottenRejects);
        }
    }
}
