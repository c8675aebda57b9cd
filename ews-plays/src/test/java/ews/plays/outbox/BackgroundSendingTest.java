package ews.plays.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ews.plays.Mailbox;
import ews.plays.Sending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackgroundSendingTest extends Sending {

    private BackgroundSending sending;

    @BeforeEach
    void start() {
        sending = new BackgroundSending(sender);
        sending.start();
    }

    @AfterEach
    void stop() {
        receiver.release();
        sending.stop();
    }

    @Test
    void emailsLeaveWhileAWebhookKeepsUsWaiting() {
        receiver.hold();
        put(post(webhook(), "slow"));
        while (receiver.requests().isEmpty()) {
            Thread.onSpinWait();
        }

        put(email("fast"));

        assertThat(Mailbox.receives(1)).isTrue();
        assertThat(all()).filteredOn(it -> it.channel() == Channel.WEBHOOK).allMatch(MessageRow::isWaiting);
    }

    @Test
    void stoppingWaitsForWhatIsOnItsWay() {
        receiver.hold();
        put(post(webhook(), "slow"));
        while (receiver.requests().isEmpty()) {
            Thread.onSpinWait();
        }

        receiver.release();
        sending.stop();

        assertThat(only().state()).isEqualTo(MessageState.SENT);
        assertThat(sending.isRunning()).isFalse();
    }
}
