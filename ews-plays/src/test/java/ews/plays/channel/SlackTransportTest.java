package ews.plays.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ews.domain.audit.Actor;
import ews.plays.Mailbox;
import ews.plays.Sending;
import ews.plays.outbox.MessageState;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "ews.url=https://ews.example.com/")
class SlackTransportTest extends Sending {

    @Autowired
    private SlackChannels channels;

    @Autowired
    private Announcements announcements;

    private SlackChannel channel(WebhookEvent... events) {
        return channels.add("#customers", receiver.url(), Set.of(events), actor);
    }

    @Test
    void slackGetsWhatPeopleWroteAndNothingInItCallsAnybody() {
        put(channel().message("a", "Hello", "Usage < 20 % & falling <!channel>"));

        sender.runOnce();

        assertThat(receiver.requests())
                .singleElement()
                .satisfies(it -> assertThat(it.body())
                        .isEqualTo("{\"text\": \"Usage &lt; 20 % &amp; falling &lt;!channel&gt;\"}"));
        assertThat(only().receiver()).isEqualTo("#customers");
        assertThat(only().state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aTooLongTextIsCutAndSent() {
        put(channel().message("a", "Hello", "x".repeat(50_000)));

        sender.runOnce();

        assertThat(receiver.requests().getFirst().body()).hasSizeLessThan(4_000).endsWith("x…\"}");
    }

    @Test
    void aChannelHearsOfWhatItWantsWithALinkAndOnce() {
        channel(WebhookEvent.ALERT_RAISED);
        channels.add("#other", receiver.url(), Set.of(WebhookEvent.TASK_DUE), actor);

        announceAnAlert();
        announceAnAlert();
        sender.runOnce();

        assertThat(receiver.requests())
                .singleElement()
                .satisfies(it -> assertThat(it.body())
                        .isEqualTo(
                                "{\"text\": \"*<https://ews.example.com/accounts/%s|Acme>*: alert: 20 %% fewer users\"}"
                                        .formatted(account)));
        assertThat(only().accountName()).isEqualTo("Acme");
    }

    private void announceAnAlert() {
        announcements.announce(WebhookEvent.ALERT_RAISED, "7", "alert: 20 % fewer users", account, null, Map.of());
    }

    @Test
    void aChannelThatIsOffHearsNothing() {
        channels.enable(channel(WebhookEvent.ALERT_RAISED).id(), false, actor);

        assertThat(announcements.areWanted(WebhookEvent.ALERT_RAISED)).isFalse();
        announceAnAlert();

        assertThat(all()).isEmpty();
    }

    @Test
    void whenSlackWantsToBeLeftAloneAllMessagesOfTheChannelWaitAndOthersDoNot() {
        SlackChannel channel = channel();
        receiver.asksToWait(Duration.ofSeconds(90));
        receiver.answers(429);
        put(channel.message("a", "A", "first"), channel.message("b", "B", "second"), email("c"));

        sender.runOnce();

        assertThat(receiver.requests()).hasSize(1);
        assertThat(Mailbox.received()).hasSize(1);
        given.clock().tick(Duration.ofSeconds(89));
        assertThat(sender.runOnce()).isZero();
        given.clock().tick(Duration.ofSeconds(1));
        assertThat(sender.runOnce()).isEqualTo(2);
        assertThat(all()).allMatch(it -> it.state() == MessageState.SENT);
    }

    @Test
    void nobodyKeepsAMessageWaitingForLongerThanAnHour() {
        receiver.asksToWait(Duration.ofDays(900));
        receiver.answers(429);
        put(channel().message("a", "A", "text"));

        sender.runOnce();

        assertThat(only().nextAttempt()).isEqualTo(given.clock().instant().plus(Duration.ofHours(1)));
    }

    @Test
    void anAddressThatSlackDoesNotKnowAnyMoreIsSwitchedOffWithTheReason() {
        receiver.usuallyAnswers(404);
        SlackChannel channel = channel(WebhookEvent.ALERT_RAISED);
        put(channel.message("a", "A", "text"));

        sender.runOnce();

        assertThat(only().error()).isEqualTo("Answered 404: the Slack channel is switched off now.");
        assertThat(channels.withId(channel.id())).hasValueSatisfying(it -> {
            assertThat(it.enabled()).isFalse();
            assertThat(it.disabledReason())
                    .isEqualTo("Slack answered 404: the address or its channel is not there any more.");
        });
        assertThat(given.audited("slack.switched_off"))
                .singleElement()
                .asString()
                .contains("404");
    }

    @Test
    void whatSlackDoesNotAllowFailsAtOnceAndTheChannelStaysOn() {
        receiver.answers(403);
        SlackChannel channel = channel();
        put(channel.message("a", "A", "text"));

        sender.runOnce();

        assertThat(only().isFailed()).isTrue();
        assertThat(channels.withId(channel.id()).orElseThrow().enabled()).isTrue();
    }

    @Test
    void whenSlackIsDownMessagesAreTriedAgain() {
        receiver.answers(500);
        put(channel().message("a", "A", "text"));

        sender.runOnce();
        assertThat(only().error()).isEqualTo("Answered 500.");
        given.clock().tick(Duration.ofSeconds(12));
        sender.runOnce();

        assertThat(only().state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void theAddressIsInNoListAndInNoAuditLog() {
        SlackChannel channel = channels.add("#secret", "https://8.8.8.8/services/T0/B0/verysecret", Set.of(), actor);

        channels.change(channel.id(), "#secret", "https://8.8.8.8/services/T0/B0/moresecret", Set.of(), actor);
        channels.change(channel.id(), "#still-secret", null, Set.of(WebhookEvent.TASK_DUE), actor);

        SlackChannel changed = channels.all().getFirst();
        assertThat(changed.name()).isEqualTo("#still-secret");
        assertThat(changed.hint()).isEqualTo("8.8.8.8/…cret");
        assertThat(channels.addressOf(channel.id())).endsWith("moresecret");
        assertThat(changed).asString().doesNotContain("services");
        assertThat(given.audited("slack.added")).asString().doesNotContain("services");
        assertThat(given.audited("slack.changed")).hasSize(2).asString().doesNotContain("services");
    }

    @Test
    void twoChannelsOfOneNameAreRefused() {
        channel();

        assertThatThrownBy(() -> channels.add("#customers", receiver.url(), Set.of(), Actor.SYSTEM))
                .isInstanceOf(DuplicateKeyException.class);
    }
}
