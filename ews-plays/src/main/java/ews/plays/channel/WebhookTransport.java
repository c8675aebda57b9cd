package ews.plays.channel;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import ews.domain.time.OrganisationDays;
import ews.plays.outbox.Channel;
import ews.plays.outbox.Delivery;
import ews.plays.outbox.Delivery.Delivered;
import ews.plays.outbox.Delivery.Refused;
import ews.plays.outbox.Delivery.TryLater;
import ews.plays.outbox.Message;
import ews.plays.outbox.Transport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Posts messages to webhooks, signed as Standard Webhooks has it: by each secret that is valid. */
@Component
class WebhookTransport implements Transport {

    private static final int GONE = 410;

    private final Webhooks webhooks;
    private final WebhookClient client;
    private final OrganisationDays days;

    WebhookTransport(Webhooks webhooks, WebhookClient client, OrganisationDays days) {
        this.webhooks = webhooks;
        this.client = client;
        this.days = days;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.empty();
    }

    @Override
    public Delivery send(Message message) {
        var id = new WebhookId(Integer.parseInt(message.destination()));
        Optional<Webhook> webhook = webhooks.withId(id);
        if (webhook.isEmpty()) {
            return new Refused("The webhook is not there any more.");
        }
        if (!webhook.get().enabled()) {
            return new Refused("The webhook is switched off. Switch it on, and send this again.");
        }
        try {
            return judged(client.post(webhook.get().url(), message.payload(), headers(message, id)), id);
        } catch (PrivateAddress e) {
            return new Refused(Reason.of(e));
        } catch (IOException e) {
            return new TryLater("No answer: " + Reason.of(e));
        }
    }

    private Delivery judged(WebhookClient.Answer answer, WebhookId webhook) {
        int status = answer.status();
        if (status == GONE) {
            webhooks.giveUp(webhook, "Its receiver answered 410: it wants nothing any more.");
            return new Refused("Answered 410: the webhook is switched off now.");
        }
        return switch (status / 100) {
            case 2 -> new Delivered();
            case 3 ->
                new TryLater("Answered %d: redirects are not followed; enter the address that they lead to."
                        .formatted(status));
            default -> new TryLater("Answered %d.".formatted(status), answer.retryAfter());
        };
    }

    private Map<String, String> headers(Message message, WebhookId webhook) {
        String id = message.id().toString();
        long seconds = days.now().getEpochSecond();
        try {
            var signatures = new ArrayList<String>();
            for (String secret : webhooks.secretsOf(webhook)) {
                signatures.add(new com.standardwebhooks.Webhook(secret).sign(id, seconds, message.payload()));
            }
            return Map.of(
                    com.standardwebhooks.Webhook.UNBRANDED_MSG_ID_KEY, id,
                    com.standardwebhooks.Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(seconds),
                    com.standardwebhooks.Webhook.UNBRANDED_MSG_SIGNATURE_KEY, String.join(" ", signatures));
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("The secret of webhook %s does not sign".formatted(webhook), e);
        }
    }
}
