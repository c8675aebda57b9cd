package ews.plays.channel;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where another system hears of what happens. Its secret is not part of it.
 *
 * @param disabledReason why EWS itself switched it off; {@code null} if it is on, or if a person did
 */
public record Webhook(
        WebhookId id,
        String name,
        String url,
        Set<WebhookEvent> events,
        boolean enabled,
        @Nullable String disabledReason,
        Instant created) {}
