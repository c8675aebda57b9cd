package ews.plays.listener;

import static org.assertj.core.api.Assertions.assertThat;

import ews.domain.account.AccountId;
import ews.domain.alert.AlertId;
import ews.domain.alert.AlertRaised;
import ews.domain.audit.Actor;
import ews.domain.play.Outcome;
import ews.domain.score.Band;
import ews.domain.score.BandChanged;
import ews.domain.time.DayHasPassed;
import ews.plays.Sending;
import ews.plays.channel.Announcements;
import ews.plays.channel.WebhookEvent;
import ews.plays.outbox.MessageRow;
import ews.plays.play.Play;
import ews.plays.run.Run;
import ews.plays.run.RunEndings;
import ews.plays.run.Runs;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class WebhookEventsTest extends Sending {

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Runs runs;

    @Autowired
    private RunEndings endings;

    @Autowired
    private Announcements announcements;

    @Test
    void aWebhookHearsOfAlertsThatItWants() {
        webhook(WebhookEvent.ALERT_RAISED);
        webhooks.add("Other", receiver.url(), Set.of(WebhookEvent.BAND_CHANGED), Actor.SYSTEM);

        publish(raised(account));
        publish(raised(account));
        sender.runOnce();

        assertThat(receiver.requests())
                .singleElement()
                .satisfies(it -> assertThat(it.body())
                        .contains(
                                "\"type\": \"alert_raised\"",
                                "\"timestamp\": \"2026-11-19T10:00:00Z\"",
                                "\"name\": \"Acme\"",
                                "\"title\": \"20 % fewer users\"",
                                "\"rule\": \"decline\""));
        assertThat(only().subject()).isEqualTo("Acme: alert: 20 % fewer users");
    }

    @Test
    void aWebhookThatIsOffHearsNothing() {
        webhooks.enable(webhook(WebhookEvent.ALERT_RAISED).webhook().id(), false, actor);

        publish(raised(account));

        assertThat(all()).isEmpty();
    }

    @Test
    void nothingIsSaidAboutAnAccountThatIsGone() {
        webhook(WebhookEvent.ALERT_RAISED);

        publish(raised(new AccountId(account.value() + 1_000)));

        assertThat(all()).isEmpty();
    }

    @Test
    void aWebhookHearsOfEachMoveToAnotherBandAlsoOfTheSameOneTwiceADay() {
        webhook(WebhookEvent.BAND_CHANGED);

        publish(moved(Band.GOOD, Band.POOR));
        publish(moved(Band.POOR, Band.GOOD));
        publish(moved(Band.GOOD, Band.POOR));

        assertThat(all())
                .extracting(MessageRow::subject)
                .containsExactlyInAnyOrder(
                        "Acme: health is poor, was good",
                        "Acme: health is good, was poor",
                        "Acme: health is poor, was good");
    }

    @Test
    void aMoveThatIsRolledBackIsNotTold() {
        webhook(WebhookEvent.BAND_CHANGED);

        transaction.executeWithoutResult(status -> {
            events.publishEvent(moved(Band.GOOD, Band.POOR));
            status.setRollbackOnly();
        });

        assertThat(all()).isEmpty();
    }

    private BandChanged moved(Band from, Band to) {
        return new BandChanged(account, LocalDate.of(2026, 11, 19), from, to);
    }

    @Test
    void aWebhookHearsOfTheBeginningAndTheEndOfRuns() {
        webhook(WebhookEvent.RUN_STARTED, WebhookEvent.RUN_FINISHED);
        Play play = given.playWithTasks(1);

        Run run = runs.start(account, play, null, "Worth a try", actor);
        endings.finishSkipping(run.id(), "Not needed.", Outcome.SAVED, "They stay.", actor);
        sender.runOnce();

        assertThat(receiver.requests())
                .extracting(it -> it.body())
                .satisfiesExactlyInAnyOrder(
                        body -> assertThat(body).contains("run_started", "\"run\": " + run.id(), play.key()),
                        body -> assertThat(body).contains("run_finished", "\"outcome\": \"saved\"", "They stay."));
    }

    @Test
    void aWebhookHearsOfTasksOnTheDayTheyAreDueAndOnce() {
        webhook(WebhookEvent.TASK_DUE);
        runs.start(account, given.playWithTasks(2), null, "Worth a try", actor);

        publish(new DayHasPassed(LocalDate.of(2026, 11, 18)));
        assertThat(all()).isEmpty();

        given.clock().tick(Duration.ofDays(1));
        publish(new DayHasPassed(LocalDate.of(2026, 11, 19)));
        publish(new DayHasPassed(LocalDate.of(2026, 11, 19)));

        assertThat(only().subject()).isEqualTo("Acme: task due: Task 1");
    }

    @Test
    void aTestIsSentEachTime() {
        var webhook = webhook().webhook();

        announcements.test(webhook, actor);
        announcements.test(webhook, actor);
        sender.runOnce();

        assertThat(receiver.requests())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.body()).contains("\"type\": \"test\"", "\"by\": \"Carla\""));
    }

    private AlertRaised raised(AccountId about) {
        return new AlertRaised(new AlertId(7), about, "decline", "20 % fewer users", null);
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(_ -> events.publishEvent(event));
    }
}
