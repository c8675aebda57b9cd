package ews.dashboard.start;

import ews.sensors.eventlog.EventLog;
import ews.sensors.eventlog.LoggedEvent;
import ews.sensors.reject.Reject;
import ews.sensors.reject.RejectFilter;
import ews.sensors.reject.Rejects;
import ews.sensors.source.Source;
import ews.sensors.source.SourceActivity;
import ews.sensors.source.SourceCounts;
import java.util.List;
import org.springframework.stereotype.Component;

/** What came in from a source since it was connected: events that were taken, and those that were not. */
@Component
class Arrivals {

    private static final int SHOWN = 20;

    private final EventLog log;
    private final Rejects rejects;
    private final SourceActivity activity;

    Arrivals(EventLog log, Rejects rejects, SourceActivity activity) {
        this.log = log;
        this.rejects = rejects;
        this.activity = activity;
    }

    /** The latest ones of each kind. */
    record Latest(List<LoggedEvent> events, List<Reject> rejects) {

        public boolean isEmpty() {
            return events.isEmpty() && rejects.isEmpty();
        }
    }

    Latest of(Source source) {
        return new Latest(
                log.receivedSince(source.id(), source.created(), SHOWN),
                rejects.of(source.id(), RejectFilter.OPEN, Rejects.NEWEST, SHOWN));
    }

    /** How much came in so far, duplicates too. */
    long countOf(Source source) {
        return activity.of(source.id()).map(SourceCounts::received).orElse(0L);
    }
}
