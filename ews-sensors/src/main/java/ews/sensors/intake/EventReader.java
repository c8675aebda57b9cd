package ews.sensors.intake;

import ews.sensors.source.Source;
import java.time.Instant;

/** Reads again what was kept as it was sent. */
public interface EventReader {

    Dialect dialect();

    /**
     * One event.
     *
     * @param body as it was kept, see {@link Received#body}
     * @param receivedAt when it was received first
     */
    Batch readAgain(Source source, Raw body, Instant receivedAt);
}
