package ews.dashboard.accounts;

import ews.dashboard.view.When;
import ews.domain.account.AccountId;
import ews.domain.metric.Measurement;
import ews.domain.metric.Metrics;
import ews.sensors.eventlog.EventLog;
import ews.sensors.source.Heartbeats;
import ews.sensors.source.Silence;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of an account may be out of date, because the source that told of it has fallen silent. */
@Component
class Staleness {

    /** A source that told nothing of the account in so long before it fell silent has nothing to do with it. */
    private static final Duration CONCERNED = Duration.ofDays(90);

    private final Heartbeats heartbeats;
    private final EventLog log;
    private final When when;

    Staleness(Heartbeats heartbeats, EventLog log, When when) {
        this.heartbeats = heartbeats;
        this.log = log;
        this.when = when;
    }

    /** The silences that concern one account, in words. */
    record Stale(List<Part> parts) {

        static final Stale NOTHING = new Stale(List.of());

        /** What is said of all that is computed from events of a type. */
        record Part(String type, String text) {}

        /** {@code null} if everything that the measurement needs comes in as usual. */
        @Nullable
        String about(Measurement measurement) {
            List<String> types = Metrics.eventTypes(measurement.definition());
            return parts.stream()
                    .filter(part -> types.contains(part.type))
                    .map(Part::text)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** As things are now. */
    Stale of(AccountId account) {
        return new Stale(heartbeats.silences().stream()
                .filter(it ->
                        log.anySince(it.source(), account, it.type(), it.since().minus(CONCERNED)))
                .map(it -> new Stale.Part(it.type(), text(it)))
                .toList());
    }

    private String text(Silence silence) {
        return "%s has been silent since %s".formatted(silence.name(), when.exact(silence.since()));
    }
}
