package ews.plays.channel;

import static org.assertj.core.api.Assertions.assertThat;

import ews.plays.Sending;
import ews.plays.outbox.MessageState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WebhookTransportTest extends Sending {

    @Test
    void aReceiverThatAnswers410IsSwitchedOffWithTheReason() {
        receiver.usuallyAnswers(410);
        NewSecret webhook = webhook(WebhookEvent.ALERT_RAISED);
        put(post(webhook, "a"), post(webhook, "b"));

        sender.runOnce();

        assertThat(receiver.requests()).hasSize(1);
        assertThat(webhooks.withId(webhook.webhook().id())).hasValueSatisfying(it -> {
            assertThat(it.enabled()).isFalse();
            assertThat(it.disabledReason()).isEqualTo("Its receiver answered 410: it wants nothing any more.");
        });
        assertThat(all())
                .allMatch(it -> it.isFailed())
                .extracting(it -> it.error())
                .containsExactlyInAnyOrder(
                        "Answered 410: the webhook is switched off now.",
                        "The webhook is switched off. Switch it on, and send this again.");
        assertThat(given.audited("webhook.switched_off"))
                .singleElement()
                .asString()
                .contains("410");
    }

    @Test
    void whatFailedWhileAWebhookWasOffCanBeSentWhenItIsOn() {
        NewSecret webhook = webhook();
        webhooks.enable(webhook.webhook().id(), false, actor);
        put(post(webhook, "a"));
        sender.runOnce();

        webhooks.enable(webhook.webhook().id(), true, actor);
        deliveries.sendAgain(only().id(), actor);
        sender.runOnce();

        assertThat(only().state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aReceiverThatDoesNotAnswerIsNotWaitedForLongerThanSeconds() {
        receiver.hold();
        put(post(webhook(), "a"));
        long begun = System.nanoTime();

        sender.runOnce();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(11));
        assertThat(only().error()).startsWith("No answer: ");
        receiver.release();
        given.clock().tick(Duration.ofSeconds(12));
        sender.runOnce();
        assertThat(only().state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aReceiverThatIsNotThereIsTriedAgain() {
        NewSecret webhook = webhook();
        receiver.close();
        put(post(webhook, "a"));

        sender.runOnce();

        assertThat(only().isWaiting()).isTrue();
        assertThat(only().error()).startsWith("No answer: ");
    }

    @Test
    void aSecretIsReplaced() {
        NewSecret first = webhook();

        NewSecret second = webhooks.replaceSecret(first.webhook().id(), actor);

        assertThat(second.secret()).startsWith("whsec_").isNotEqualTo(first.secret());
        assertThat(second).asString().doesNotContain("whsec_");
        assertThat(given.auditedActions()).contains("webhook.secret_replaced");
    }
}
