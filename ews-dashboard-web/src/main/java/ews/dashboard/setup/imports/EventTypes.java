package ews.dashboard.setup.imports;

import ews.domain.event.EventType;
import java.util.List;
import java.util.stream.Stream;

/** The types that the rows of a file of events may be of. */
final class EventTypes {

    static final List<String> ALL =
            Stream.of(EventType.values()).map(EventType::code).toList();

    private EventTypes() {}
}
