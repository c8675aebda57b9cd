package ews.sensors.intake;

import java.time.Instant;

/**
 * A source says that two of its ids mean the same person.
 *
 * @param alias the id of an anonymous visitor, or one that was replaced
 * @param user the user's key
 */
public record SamePerson(String alias, String user, Instant time) {}
