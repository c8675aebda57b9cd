package ews.sensors.intake;

import ews.sensors.source.Source;
import ews.sensors.source.SourceId;
import ews.sensors.source.Sources;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads events once more from what was kept of them. */
@Component
public class KeptEvents {

    private final Sources sources;
    private final Map<Dialect, EventReader> readers = new EnumMap<>(Dialect.class);

    KeptEvents(Sources sources, List<EventReader> readers) {
        this.sources = sources;
        readers.forEach(it -> this.readers.put(it.dialect(), it));
    }

    /** One event, as a batch of its own. */
    public Batch read(Dialect dialect, int source, Raw body, Instant receivedAt) {
        return read(dialect, sources.withId(new SourceId(source)).orElseThrow(), body, receivedAt);
    }

    /** One event, as a batch of its own. */
    public Batch read(Dialect dialect, Source source, Raw body, Instant receivedAt) {
        EventReader reader = readers.get(dialect);
        if (reader == null) {
            throw new IllegalStateException("Nobody reads " + dialect);
        }
        return reader.readAgain(source, body, receivedAt);
    }
}
