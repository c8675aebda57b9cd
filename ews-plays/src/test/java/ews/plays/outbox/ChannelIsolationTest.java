package ews.plays.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ews.plays.Mailbox;
import ews.plays.Sending;
import ews.plays.StubbornMailServer;
import ews.plays.channel.SlackChannel;
import ews.plays.channel.SlackChannels;
import ews.testing.Receiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** With one channel in trouble, the others deliver as if nothing was the matter; and nothing is lost in the one. */
class ChannelIsolationTest extends Sending {

    private static final int PROBES = 8;
    private static final int STUCK = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private SlackChannels slackChannels;

    private final Receiver slack = new Receiver();
    private SlackChannel channel;
    private BackgroundSending sending;
    private int number;

    @BeforeEach
    void start() {
        channel = slackChannels.add("#customers", slack.url(), Set.of(), actor);
        sending = new BackgroundSending(sender);
        sending.start();
    }

    @AfterEach
    void stop() {
        receiver.release();
        slack.close();
        sending.stop();
        Mailbox.empty();
    }

    @Test
    void slackDoesNotWaitForAMailServerThatRefuses() {
        Duration usual = medianBySlack();
        Mailbox.stop();
        putEmails();
        awaitError("email");

        assertHardlyLater(usual, medianBySlack(), "Slack, SMTP refuses");

        Mailbox.start();
        assertAllEmailsArrive();
    }

    @Test
    void slackDoesNotWaitForAMailServerThatNeverAnswers() {
        Duration usual = medianBySlack();
        Mailbox.stop();
        try (var silent = StubbornMailServer.silent()) {
            putEmails();
            await(() -> silent.connections() > 0);

            assertHardlyLater(usual, medianBySlack(), "Slack, SMTP never answers");
        }
        awaitError("email");
        Mailbox.start();
        assertAllEmailsArrive();
    }

    @Test
    void slackDoesNotWaitForAMailServerThatFails() {
        Duration usual = medianBySlack();
        Mailbox.stop();
        try (var erroring = StubbornMailServer.erroring()) {
            putEmails();
            await(() -> erroring.connections() > 0);

            assertHardlyLater(usual, medianBySlack(), "Slack, SMTP says 451");
        }
        awaitError("email");
        Mailbox.start();
        assertAllEmailsArrive();
    }

    @Test
    void emailsDoNotWaitForASlackThatRefuses() {
        Duration usual = medianByEmail();
        int port = slack.port();
        slack.close();
        putPosts();
        awaitError("slack");

        assertHardlyLater(usual, medianByEmail(), "email, Slack refuses");

        try (var again = new Receiver(port)) {
            assertAllPostsArrive();
            assertThat(again.requests()).hasSize(STUCK);
        }
    }

    @Test
    void emailsDoNotWaitForASlackThatNeverAnswers() {
        Duration usual = medianByEmail();
        slack.hold();
        putPosts();
        await(() -> !slack.requests().isEmpty());

        assertHardlyLater(usual, medianByEmail(), "email, Slack never answers");

        slack.release();
        assertAllPostsArrive();
    }

    @Test
    void emailsDoNotWaitForASlackThatFails() {
        Duration usual = medianByEmail();
        slack.usuallyAnswers(500);
        putPosts();
        await(() -> !slack.requests().isEmpty());

        assertHardlyLater(usual, medianByEmail(), "email, Slack says 500");

        slack.usuallyAnswers(200);
        assertAllPostsArrive();
    }

    private void putEmails() {
        for (int i = 0; i < STUCK; i++) {
            put(email("stuck " + i));
        }
    }

    private void putPosts() {
        for (int i = 0; i < STUCK; i++) {
            put(channel.message("stuck " + i, "Hello", "Acme is back"));
        }
    }

    private Duration medianBySlack() {
        return median(
                key -> put(channel.message(key, "Hello", "Acme is back")),
                () -> slack.requests().size());
    }

    private Duration medianByEmail() {
        return median(key -> put(email(key)), () -> Mailbox.received().size());
    }

    private interface Put {
        void with(String key);
    }

    private interface Count {
        int now();
    }

    /** From the commit of a message until it has come in. */
    private Duration median(Put put, Count received) {
        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < PROBES; i++) {
            int before = received.now();
            put.with("probe " + number++);
            long start = System.nanoTime();
            await(() -> received.now() > before);
            delays.add(Duration.ofNanos(System.nanoTime() - start));
        }
        delays.sort(null);
        return delays.get(PROBES / 2);
    }

    private static void assertHardlyLater(Duration usual, Duration delay, String what) {
        System.out.printf("%s: %d ms, usually %d ms%n", what, delay.toMillis(), usual.toMillis());
        assertThat(delay).as(what).isLessThan(usual.plusSeconds(1));
    }

    /** The clock stands still, so that what failed comes up again only when a test lets time pass. */
    private void assertAllEmailsArrive() {
        awaitAllSent("email", STUCK);
        assertThat(Mailbox.received()).hasSizeGreaterThanOrEqualTo(STUCK);
    }

    private void assertAllPostsArrive() {
        awaitAllSent("slack", STUCK);
    }

    private void awaitAllSent(String channel, int least) {
        await(() -> {
            given.clock().tick(Duration.ofHours(1));
            return all().stream().allMatch(it -> it.state() == MessageState.SENT);
        });
        assertThat(all()).filteredOn(it -> it.channel().code().equals(channel)).hasSizeGreaterThanOrEqualTo(least);
    }

    private void awaitError(String channel) {
        await(() -> all().stream().anyMatch(it -> it.channel().code().equals(channel) && it.error() != null));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
