package ews.plays.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import ews.plays.Given;
import ews.plays.Sending;
import ews.plays.outbox.MessageState;
import ews.testing.Receiver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

        NewSecret second = webhooks.replaceSecret(first.webhook().id(), true, actor);

        assertThat(second.secret()).startsWith("whsec_").isNotEqualTo(first.secret());
        assertThat(second).asString().doesNotContain("whsec_");
        assertThat(given.auditedActions()).contains("webhook.secret_replaced");
    }

    /** Who verifies looks at its own clock. */
    private void itIsNow() {
        given.clock().set(Instant.ofEpochMilli(System.currentTimeMillis()));
    }

    /** Whether a receiver that knows this secret alone takes the message. */
    private static boolean isTakenWith(NewSecret secret, Receiver.Request request) {
        try {
            new com.standardwebhooks.Webhook(secret.secret())
                    .verify(
                            request.body(),
                            Map.of(
                                    "webhook-id", List.of(request.id()),
                                    "webhook-timestamp", List.of(request.header("Webhook-timestamp")),
                                    "webhook-signature", List.of(request.header("Webhook-signature"))));
            return true;
        } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
            return false;
        }
    }

    @Test
    void forADayTheSecretBeforeSignsToo() {
        itIsNow();
        NewSecret first = webhook();
        NewSecret second = webhooks.replaceSecret(first.webhook().id(), true, actor);
        put(post(second, "a"));
        sender.runOnce();

        Receiver.Request request = receiver.requests().getFirst();
        assertThat(request.header("Webhook-signature").split(" ")).hasSize(2);
        assertThat(isTakenWith(first, request)).isTrue();
        assertThat(isTakenWith(second, request)).isTrue();
        assertThat(webhooks.oldSecretUntil(first.webhook().id()))
                .hasValue(given.clock().instant().plus(Webhooks.OVERLAP));
    }

    @Test
    void afterADayTheNewSecretSignsAlone() {
        given.clock().set(Instant.ofEpochMilli(System.currentTimeMillis()).minus(Webhooks.OVERLAP));
        NewSecret first = webhook();
        NewSecret second = webhooks.replaceSecret(first.webhook().id(), true, actor);
        given.clock().tick(Webhooks.OVERLAP);
        put(post(second, "a"));
        sender.runOnce();

        Receiver.Request request = receiver.requests().getFirst();
        assertThat(isTakenWith(first, request)).isFalse();
        assertThat(isTakenWith(second, request)).isTrue();
        assertThat(webhooks.oldSecretUntil(first.webhook().id())).isEmpty();
    }

    @Test
    void aSecretThatOthersHaveSeenSignsNothingAnyMore() {
        itIsNow();
        NewSecret first = webhook();
        NewSecret second = webhooks.replaceSecret(first.webhook().id(), false, actor);
        put(post(second, "a"));
        sender.runOnce();

        assertThat(isTakenWith(first, receiver.requests().getFirst())).isFalse();
        assertThat(isTakenWith(second, receiver.requests().getFirst())).isTrue();
    }

    @Test
    void whatWaitsGoesToTheNewAddressWithTheSameId() {
        receiver.answers(500);
        NewSecret webhook = webhook(WebhookEvent.ALERT_RAISED);
        put(post(webhook, "a"));
        sender.runOnce();
        try (var other = new Receiver()) {
            webhooks.change(webhook.webhook().id(), "Other", other.url(), Set.of(WebhookEvent.TASK_DUE), actor);
            webhooks.change(webhook.webhook().id(), "Other", other.url(), Set.of(WebhookEvent.TASK_DUE), actor);
            given.clock().tick(Duration.ofSeconds(12));
            sender.runOnce();

            assertThat(other.requests())
                    .extracting(Receiver.Request::id)
                    .containsExactly(receiver.requests().getFirst().id());
        }
        assertThat(only().receiver()).isEqualTo("Other");
        assertThat(given.audited("webhook.changed")).hasSize(1);
    }

    @Test
    void aReceiverThatAsksToBeLeftAloneIs() {
        receiver.asksToWait(Duration.ofMinutes(5));
        receiver.answers(503);
        put(post(webhook(), "a"));

        sender.runOnce();

        assertThat(only().nextAttempt()).isEqualTo(Given.THURSDAY.plus(Duration.ofMinutes(5)));
    }
}
