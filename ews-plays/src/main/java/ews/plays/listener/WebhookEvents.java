package ews.plays.listener;

import ews.domain.alert.AlertRaised;
import ews.domain.play.RunFinished;
import ews.domain.play.RunStarted;
import ews.domain.score.BandChanged;
import ews.plays.channel.Announcements;
import ews.plays.channel.WebhookEvent;
import ews.plays.run.RunLists;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells webhooks what happened. The same event twice is one message. */
@Component
class WebhookEvents {

    private final Announcements announcements;
    private final RunLists runs;

    WebhookEvents(Announcements announcements, RunLists runs) {
        this.announcements = announcements;
        this.runs = runs;
    }

    @ApplicationModuleListener
    void on(AlertRaised raised) {
        var detail = new LinkedHashMap<String, @Nullable Object>();
        detail.put("alert", raised.alert().value());
        detail.put("rule", raised.rule());
        detail.put("title", raised.title());
        detail.put("play", raised.play());
        announcements.announce(
                WebhookEvent.ALERT_RAISED,
                raised.alert().toString(),
                "alert: " + raised.title(),
                raised.account(),
                null,
                detail);
    }

    /**
     * In the transaction that scores, unlike all others: many bands change on a day, most often no webhook wants to know,
     * and a publication to be kept for each would cost more than the score. So each move is told exactly once.
     */
    @EventListener
    void on(BandChanged changed) {
        var detail = new LinkedHashMap<String, @Nullable Object>();
        detail.put("day", changed.day().toString());
        detail.put("from", changed.from().code());
        detail.put("to", changed.to().code());
        announcements.announce(
                WebhookEvent.BAND_CHANGED,
                UUID.randomUUID().toString(),
                "health is %s, was %s"
                        .formatted(changed.to().code(), changed.from().code()),
                changed.account(),
                null,
                detail);
    }

    @ApplicationModuleListener
    void on(RunStarted started) {
        runs.withId(started.run()).ifPresent(run -> {
            var detail = new LinkedHashMap<String, @Nullable Object>();
            detail.put("play", started.play());
            detail.put("name", run.playName());
            detail.put("alert", started.alert() == null ? null : started.alert().value());
            announcements.announce(
                    WebhookEvent.RUN_STARTED,
                    started.run().toString(),
                    "play started: " + run.playName(),
                    started.account(),
                    started.run(),
                    detail);
        });
    }

    @ApplicationModuleListener
    void on(RunFinished finished) {
        runs.withId(finished.run()).ifPresent(run -> {
            var detail = new LinkedHashMap<String, @Nullable Object>();
            detail.put("name", run.playName());
            detail.put("outcome", finished.outcome().code());
            detail.put("note", finished.note());
            detail.put("by", finished.by().name());
            announcements.announce(
                    WebhookEvent.RUN_FINISHED,
                    finished.run().toString(),
                    "%s: %s".formatted(run.playName(), finished.outcome().label()),
                    finished.account(),
                    finished.run(),
                    detail);
        });
    }
}
