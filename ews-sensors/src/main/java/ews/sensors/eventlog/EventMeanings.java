package ews.sensors.eventlog;

import ews.domain.event.Event;
import ews.domain.event.EventType;
import ews.sensors.dialect.MalformedBody;
import ews.sensors.intake.Batch;
import ews.sensors.intake.KeptEvents;
import ews.sensors.intake.Raw;
import ews.sensors.source.Source;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** What events of the log say, whatever language they came in. */
@Component
public class EventMeanings {

    private final KeptEvents kept;
    private final Sources sources;

    EventMeanings(KeptEvents kept, Sources sources) {
        this.kept = kept;
        this.sources = sources;
    }

    /** Of each, in their order; empty where the source is gone, or what was kept means nothing any more. */
    public List<Optional<Event>> of(List<LoggedEvent> events) {
        Map<SourceId, Optional<Source>> known = new HashMap<>();
        return events.stream()
                .map(it -> known.computeIfAbsent(it.source(), sources::withId).flatMap(source -> read(source, it)))
                .toList();
    }

    private Optional<Event> read(Source source, LoggedEvent logged) {
        try {
            Batch batch = kept.read(logged.dialect(), source, Raw.of(logged.body()), logged.receivedAt());
            String account = logged.accountKey() == null ? "" : logged.accountKey();
            return Stream.concat(
                            batch.events().stream(),
                            batch.people().unplaced().stream().map(it -> it.at(account, logged.user())))
                    .map(it -> it.event())
                    .filter(it -> EventType.of(it).code().equals(logged.type()))
                    .findFirst();
        } catch (MalformedBody | JacksonException e) {
            // Written by hand or by another version.
            return Optional.empty();
        }
    }
}
