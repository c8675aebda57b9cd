package ews.sensors.source;

import java.time.Instant;

/** What a source sends although nothing depends on it, by the name that the source gives it. */
public record IgnoredEvents(String name, long events, Instant lastReceived) {}
