package ews.sensors.source;

import ews.domain.event.EventType;
import java.time.Instant;

/**
 * A time in which a source has sent no events of a type for longer than it usually does.
 *
 * @param since when the last one was received
 * @param usualDays its longest usual pause, from one day with events to the next
 * @param over whether it is over: the source was heard again today
 */
public record Silence(SourceId source, String name, EventType type, Instant since, int usualDays, boolean over) {}
