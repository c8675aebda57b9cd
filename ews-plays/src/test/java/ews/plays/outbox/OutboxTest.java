package ews.plays.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import ews.domain.TransitionRefused;
import ews.plays.Given;
import ews.plays.Mailbox;
import ews.plays.Sending;
import ews.plays.channel.Email;
import ews.plays.channel.NewSecret;
import ews.testing.Receiver.Request;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

class OutboxTest extends Sending {

    @Autowired
    private Queue queue;

    @Autowired
    private Transports transports;

    @Test
    void anEmailIsSentWithTheIdOfItsMessage() throws Exception {
        put(email("run 1 step 1").about(account));

        assertThat(sender.runOnce()).isEqualTo(1);

        MimeMessage email = Mailbox.received().getFirst();
        MessageRow row = only();
        assertThat(email.getSubject()).isEqualTo("Acme: what is due");
        assertThat(email.getFrom()[0]).hasToString("EWS <ews@example.org>");
        assertThat(email.getMessageID()).isEqualTo("<" + row.id() + "@example.org>");
        assertThat(row.state()).isEqualTo(MessageState.SENT);
        assertThat(row.sent()).isEqualTo(Given.THURSDAY);
        assertThat(row.accountName()).isEqualTo("Acme");
        assertThat(sender.runOnce()).isZero();
    }

    @Test
    void aWebhookGetsJsonThatItsSecretSigns() throws Exception {
        NewSecret webhook = webhook();
        given.clock().set(Instant.ofEpochMilli(System.currentTimeMillis())); // who verifies looks at its own clock
        put(post(webhook, "a"));

        sender.runOnce();

        Request request = receiver.requests().getFirst();
        assertThat(request.body()).isEqualTo("{\"type\": \"test\"}");
        assertThat(request.header("Content-type")).startsWith("application/json");
        assertThat(request.id()).isEqualTo(only().id().toString());
        new Webhook(webhook.secret())
                .verify(
                        request.body(),
                        Map.of(
                                "webhook-id", List.of(request.id()),
                                "webhook-timestamp", List.of(request.header("Webhook-timestamp")),
                                "webhook-signature", List.of(request.header("Webhook-signature"))));
    }

    @Test
    void theSameKeyTwiceIsOneMessage() {
        put(email("same"), email("same"));
        sender.runOnce();
        put(email("same"));
        sender.runOnce();

        assertThat(Mailbox.received()).hasSize(1);
        assertThat(all()).hasSize(1);
    }

    @Test
    void whatWasNotCommittedIsNotSent() {
        transaction.executeWithoutResult(status -> {
            outbox.put(email("a"));
            status.setRollbackOnly();
        });

        assertThat(sender.runOnce()).isZero();
        assertThatThrownBy(() -> outbox.put(email("without a transaction")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatFailedIsTriedAgainLaterWithTheSameId() {
        receiver.answers(503);
        put(post(webhook(), "a"));

        sender.runOnce();
        MessageRow waiting = only();
        assertThat(waiting.state()).isEqualTo(MessageState.WAITING);
        assertThat(waiting.error()).isEqualTo("Answered 503.");
        assertThat(waiting.nextAttempt()).isBetween(Given.THURSDAY.plusSeconds(8), Given.THURSDAY.plusSeconds(12));
        assertThat(sender.runOnce()).isZero();

        given.clock().tick(Duration.ofSeconds(12));
        sender.runOnce();

        assertThat(only().state()).isEqualTo(MessageState.SENT);
        assertThat(only().error()).isNull();
        assertThat(receiver.requests())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.id()).isEqualTo(waiting.id().toString()));
    }

    @Test
    void whatWasSentButNotNotedBecauseTheSenderDiedIsSentAgainWithTheSameId() {
        put(post(webhook(), "a"));
        Message taken = queue.take(sender.dueLanes().getFirst()).orElseThrow();
        transports.send(taken);

        assertThat(sender.runOnce()).as("somebody has it").isZero();
        given.clock().tick(Queue.TO_SEND);
        sender.runOnce();

        assertThat(only().state()).isEqualTo(MessageState.SENT);
        assertThat(receiver.requests())
                .extracting(Request::id)
                .containsExactly(taken.id().toString(), taken.id().toString());
    }

    @Test
    void whatWasTakenButNotSentBecauseTheSenderDiedIsSentLater() {
        put(email("a"));
        assertThat(queue.take("email")).isPresent();
        given.clock().tick(Queue.TO_SEND);

        sender.runOnce();

        assertThat(Mailbox.received()).hasSize(1);
    }

    @Test
    void whoTookTooLongDoesNotUndoWhatAnotherSent() {
        put(post(webhook(), "a"));
        Message slow = queue.take(sender.dueLanes().getFirst()).orElseThrow();
        given.clock().tick(Queue.TO_SEND);
        sender.runOnce();

        queue.failed(slow, "Too late");
        queue.again(slow, Duration.ZERO, "Too late");

        assertThat(only().state()).isEqualTo(MessageState.SENT);
        assertThat(sender.runOnce()).isZero();
    }

    @Test
    void afterAboutADayItIsGivenUpAndAPersonCanSendItAgain() {
        receiver.usuallyAnswers(500);
        put(post(webhook(), "a"));
        do {
            sender.runOnce();
            given.clock().set(only().nextAttempt());
        } while (only().isWaiting());

        MessageRow failed = only();
        assertThat(failed.error()).isEqualTo("Given up after 30 attempts: Answered 500.");
        assertThat(Duration.between(failed.created(), given.clock().instant()))
                .isBetween(Duration.ofHours(19), Duration.ofHours(30));

        receiver.usuallyAnswers(200);
        deliveries.sendAgain(failed.id(), actor);
        sender.runOnce();

        assertThat(only().state()).isEqualTo(MessageState.SENT);
        assertThat(receiver.requests().getLast().id()).isEqualTo(failed.id().toString());
        assertThat(given.auditedActions()).contains("message.sent_again");
        assertThatThrownBy(() -> deliveries.sendAgain(failed.id(), actor))
                .isInstanceOf(TransitionRefused.class)
                .hasMessage("This message is sent: only one that failed can be sent again.");
    }

    @Test
    void emailsWaitForAMailServerThatIsDownAndAllArriveWhenItIsBack() {
        Mailbox.stop();
        IntStream.range(0, 5).forEach(number -> put(email("email " + number)));
        sender.runOnce();
        assertThat(all()).hasSize(5).allSatisfy(it -> {
            assertThat(it.isWaiting()).isTrue();
            assertThat(it.error()).startsWith("The mail server did not take it: ");
        });

        Mailbox.start();
        given.clock().tick(Duration.ofSeconds(12));
        sender.runOnce();

        assertThat(Mailbox.received()).hasSize(5);
        assertThat(all()).allSatisfy(it -> assertThat(it.state()).isEqualTo(MessageState.SENT));
    }

    @Test
    void anAddressThatIsNoneIsRefusedAtOnce() {
        put(new Email("not an address", "Hello", "Text").message("a"));

        sender.runOnce();

        assertThat(only().isFailed()).isTrue();
        assertThat(only().error()).startsWith("The email cannot be written: ");
    }

    @Test
    void severalInstancesSendEveryMessageOnce() throws Exception {
        NewSecret webhook = webhook();
        IntStream.range(0, 60).forEach(number -> put(post(webhook, "post " + number)));

        try (var instances = Executors.newFixedThreadPool(4)) {
            for (var one : instances.invokeAll(IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(_ -> sender::runOnce)
                    .toList())) {
                one.get();
            }
        }

        assertThat(receiver.requests()).hasSize(60).extracting(Request::id).doesNotHaveDuplicates();
    }

    @Test
    void whatWasSentLongAgoIsForgotten() {
        receiver.usuallyAnswers(410);
        put(post(webhook(), "refused"), email("sent"));
        sender.runOnce();

        given.clock().tick(Duration.ofDays(91));
        assertThat(outbox.forgetOld()).isEqualTo(1);

        assertThat(only().isFailed()).isTrue();
    }
}
