package ews.sensors.intake;

import java.time.Instant;

/**
 * A source says to which account a person belongs at some time, and so until it says something else.
 *
 * @param person as in {@link Unplaced}
 */
public record Belonging(String person, Instant time, String account) {}
