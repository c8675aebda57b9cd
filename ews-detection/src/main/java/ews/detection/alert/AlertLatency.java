package ews.detection.alert;

import ews.domain.time.OrganisationDays;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How long it takes from receiving an event to everybody being able to see the alert that it led to. */
@Component
class AlertLatency {

    private final Timer timer;
    private final OrganisationDays days;

    AlertLatency(MeterRegistry registry, OrganisationDays days) {
        this.days = days;
        this.timer = Timer.builder("ews.event.to.alert")
                .description("From receiving an event to the commit of the alert that it led to")
                .serviceLevelObjectives(
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60))
                .register(registry);
    }

    /** Alerts that no event led to are left out. */
    void recordAfterCommit(List<NewAlert> alerts) {
        List<Instant> received = alerts.stream()
                .map(NewAlert::receivedAt)
                .filter(Objects::nonNull)
                .toList();
        if (received.isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Instant now = days.now();
                received.forEach(at -> timer.record(Duration.between(at, now)));
            }
        });
    }
}
