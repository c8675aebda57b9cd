package ews.sensors.source;

import java.time.Instant;

/**
 * A source that has sent no events of a type for longer than it usually does.
 *
 * @param type of the events, as they are sent: {@code usage}
 * @param since when the last one was received
 */
public record Silence(SourceId source, String name, String type, Instant since) {}
