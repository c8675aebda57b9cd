package ews.dashboard.alerts;

import ews.dashboard.accounts.EventLine;
import ews.dashboard.accounts.EventLines;
import ews.dashboard.view.Address;
import ews.detection.alert.Alert;
import ews.detection.alert.AlertDetail;
import ews.domain.event.EventType;
import ews.domain.metric.Measurement;
import ews.domain.metric.Metrics;
import ews.sensors.eventlog.EventLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a rule found, how it came to that, and how it went on.
 *
 * @param before what the account's sources sent before the alert was raised, of the kind that the rule looks at
 * @param allBefore the address of the page with all of them
 */
public record BusinessEvent(AlertDetail detail, Course course, List<EventLine> before, String allBefore) {

    private static final int EVENTS = 8;

    /** Puts it together. */
    @Component
    public static class Reading {

        private final Course.Drawing drawing;
        private final EventLog log;
        private final EventLines lines;

        Reading(Course.Drawing drawing, EventLog log, EventLines lines) {
            this.drawing = drawing;
            this.log = log;
            this.lines = lines;
        }

        public BusinessEvent of(AlertDetail detail) {
            Alert alert = detail.alert();
            List<String> types = types(detail.looksFor().shownBy());
            return new BusinessEvent(detail, drawing.of(detail), before(alert, types), allBefore(alert, types));
        }

        /** Of the events that the measurement is computed from; none where the rule measures nothing. */
        private static List<String> types(@Nullable Measurement measurement) {
            return measurement == null
                    ? List.of()
                    : Metrics.eventTypes(measurement.definition()).stream()
                            .map(EventType::code)
                            .toList();
        }

        private List<EventLine> before(Alert alert, List<String> types) {
            Instant end = alert.raisedAt().plusMillis(1);
            return lines.of(
                    types.isEmpty()
                            ? log.recent(alert.account(), end, EVENTS)
                            : log.recent(alert.account(), end, EVENTS, types, null));
        }

        private static String allBefore(Alert alert, List<String> types) {
            return new Address(
                            "/accounts/%s/events".formatted(alert.account()),
                            Map.of("asOf", alert.raisedOn().toString()))
                    .with("type", types.isEmpty() ? null : String.join(",", types))
                    .toString();
        }
    }
}
