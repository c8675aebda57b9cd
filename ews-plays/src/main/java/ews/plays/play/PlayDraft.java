package ews.plays.play;

import java.time.Instant;

/**
 * What somebody is still writing: nothing starts it, and nothing of it counts before it is published.
 *
 * @param play as it would be; its version is the one that the draft began with, 0 if there is no such play yet
 * @param author who saved it last
 */
public record PlayDraft(Play play, String author, Instant savedAt) {}
