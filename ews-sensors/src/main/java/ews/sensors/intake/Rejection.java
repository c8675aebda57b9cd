package ews.sensors.intake;

import org.jspecify.annotations.Nullable;

/**
 * An event of a batch that could not be taken.
 *
 * @param index its place in the batch, from 0
 * @param messageId the source's own id of the event, if it had one
 * @param code what is wrong, for programs: {@code unknown_status}
 * @param detail what is wrong and what to do, for people
 * @param body what the source sent, at most 32 KB of it
 */
public record Rejection(int index, @Nullable String messageId, String code, String detail, Raw body) {}
