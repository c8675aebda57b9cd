package ews.sensors.eventlog;

import ews.domain.account.AccountId;
import ews.sensors.intake.Dialect;
import ews.sensors.source.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept in the log.
 *
 * @param sourceName {@code null} if the source no longer exists
 * @param accountKey by which the source knows the account; {@code null} if the account no longer exists
 * @param user the user's key, for events that have one
 * @param body what the source sent, as JSON
 */
public record LoggedEvent(
        Instant occurredAt,
        Instant receivedAt,
        AccountId account,
        SourceId source,
        Dialect dialect,
        @Nullable String accountKey,
        @Nullable String sourceName,
        String type,
        @Nullable String user,
        String body) {}
