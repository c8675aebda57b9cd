package ews.plays.outbox;

/**
 * A message on its way.
 *
 * @param payload JSON
 * @param attempt 1 at the first
 */
public record Message(MessageId id, Channel channel, String destination, String subject, String payload, int attempt) {}
