package ews.plays.channel;

import ews.plays.outbox.Channel;
import ews.plays.outbox.Delivery;
import ews.plays.outbox.Delivery.Delivered;
import ews.plays.outbox.Delivery.Refused;
import ews.plays.outbox.Delivery.TryLater;
import ews.plays.outbox.Message;
import ews.plays.outbox.Transport;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Posts messages to Slack. What it answers is told in "Sending messages using incoming webhooks" of its documentation. */
@Component
class SlackTransport implements Transport {

    private final SlackChannels channels;
    private final WebhookClient client;

    SlackTransport(SlackChannels channels, WebhookClient client) {
        this.channels = channels;
        this.client = client;
    }

    @Override
    public Channel channel() {
        return Channel.SLACK;
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.empty();
    }

    @Override
    public Delivery send(Message message) {
        var id = new SlackChannelId(Integer.parseInt(message.destination()));
        Optional<SlackChannel> channel = channels.withId(id);
        if (channel.isEmpty()) {
            return new Refused("The Slack channel is not there any more.");
        }
        if (!channel.get().enabled()) {
            return new Refused("The Slack channel is switched off. Switch it on, and send this again.");
        }
        try {
            return judged(client.post(channels.addressOf(id), message.payload(), Map.of()), id);
        } catch (PrivateAddress e) {
            return new Refused(Reason.of(e));
        } catch (IOException e) {
            return new TryLater("No answer: " + Reason.of(e));
        }
    }

    private Delivery judged(WebhookClient.Answer answer, SlackChannelId id) {
        return switch (answer.status()) {
            case 404, 410 -> {
                channels.giveUp(
                        id,
                        "Slack answered %d: the address or its channel is not there any more."
                                .formatted(answer.status()));
                yield new Refused("Answered %d: the Slack channel is switched off now.".formatted(answer.status()));
            }
            case 400, 403 ->
                new Refused("Answered %d: Slack does not allow this message there.".formatted(answer.status()));
            default ->
                answer.status() / 100 == 2
                        ? new Delivered()
                        : new TryLater("Answered %d.".formatted(answer.status()), answer.retryAfter());
        };
    }
}
