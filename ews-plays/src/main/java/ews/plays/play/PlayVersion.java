package ews.plays.play;

import java.time.Instant;

/**
 * What a play said from a moment on, until its next version.
 *
 * @param play as it was written then; whether it is enabled is not a part of it, and is what it is now
 * @param author the name of who saved it
 * @param reason why, in their words
 */
public record PlayVersion(Play play, String author, String reason, Instant createdAt) {}
