package ews.plays.channel;

import ews.domain.member.MemberId;
import ews.plays.outbox.Channel;
import ews.plays.outbox.NewMessage;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An incoming webhook of Slack: what is posted there appears in one channel, or with one member. Its address is not part
 * of it, since whoever has that can write there.
 *
 * @param member to whom alone it leads; {@code null} if it is one of the organisation
 * @param hint by which people tell the address: its host and its end
 * @param disabledReason why EWS itself switched it off; {@code null} if it is on, or if a person did
 */
public record SlackChannel(
        SlackChannelId id,
        @Nullable MemberId member,
        String name,
        String hint,
        Set<WebhookEvent> events,
        boolean enabled,
        @Nullable String disabledReason,
        Instant created) {

    /**
     * What people wrote, for the outbox.
     *
     * @param subject for people who look at deliveries
     */
    public NewMessage message(String dedupKey, String subject, String text) {
        return formatted(dedupKey, subject, SlackText.plain(text));
    }

    /** @param text as Slack reads it, see {@link SlackText} */
    public NewMessage formatted(String dedupKey, String subject, String text) {
        return new NewMessage(Channel.SLACK, id.toString(), dedupKey, subject, Map.of("text", text));
    }
}
