package ews.sensors.direct;

import ews.sensors.intake.Batch;
import ews.sensors.intake.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

/**
 * What an operator sees of the intake. Of each source, received = accepted + duplicates + rejected: all four count
 * what was committed and acknowledged.
 */
@Component
class IntakeMetrics {

    private final MeterRegistry registry;
    private final Timer commit;
    private final DistributionSummary group;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.commit = Timer.builder("ews.intake.commit")
                .description("Time to commit one group of batches with its facts")
                .publishPercentileHistogram()
                .register(registry);
        this.group = DistributionSummary.builder("ews.intake.group")
                .description("Events that were committed together")
                .baseUnit("events")
                .register(registry);
    }

    Timer commit() {
        return commit;
    }

    void acknowledged(Batch batch, Receipt receipt) {
        String source = batch.source().name();
        counter("received", "Events in acknowledged batches", source).increment(receipt.received());
        counter("accepted", "Events that are in the log and the facts", source).increment(receipt.accepted());
        counter("duplicates", "Events that were there already", source).increment(receipt.duplicates());
        counter("rejected", "Events that could not be taken", source)
                .increment(receipt.rejected().size());
    }

    void group(int events) {
        group.record(events);
    }

    private Counter counter(String what, String description, String source) {
        return Counter.builder("ews.events." + what)
                .description(description)
                .tag("source", source)
                .register(registry);
    }
}
