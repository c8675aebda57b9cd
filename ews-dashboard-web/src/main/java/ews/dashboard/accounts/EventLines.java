package ews.dashboard.accounts;

import ews.domain.event.Event;
import ews.sensors.eventlog.EventMeanings;
import ews.sensors.eventlog.LoggedEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Lists events of the log in a few words each. */
@Component
public class EventLines {

    private final EventMeanings meanings;

    EventLines(EventMeanings meanings) {
        this.meanings = meanings;
    }

    public List<EventLine> of(List<LoggedEvent> events) {
        List<Optional<Event>> meant = meanings.of(events);
        return IntStream.range(0, events.size())
                .mapToObj(it -> EventLine.of(events.get(it), meant.get(it)))
                .toList();
    }
}
