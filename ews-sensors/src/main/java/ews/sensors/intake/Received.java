package ews.sensors.intake;

import ews.domain.event.Event;

/**
 * A valid event of a batch.
 *
 * @param timed {@code false} if the source gave an id but no time: the event carries the time of its receipt, and a
 *     repetition is known by its id alone
 * @param body what the source sent, for the log
 */
public record Received(Event event, boolean timed, Raw body) {}
