package ews.detection.past;

import ews.domain.fact.AccountFacts;
import ews.domain.metric.Form;
import ews.domain.metric.Measurement;
import ews.domain.metric.Peers;
import ews.domain.score.Readings;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Readings of one account and day that two profiles share; each measurement is taken once. */
public final class ReadOnce implements Readings {

    private final AccountFacts facts;
    private final LocalDate asOf;
    private final Map<Measurement, OptionalDouble> taken = new HashMap<>();

    public ReadOnce(AccountFacts facts, LocalDate asOf) {
        this.facts = facts;
        this.asOf = asOf;
    }

    @Override
    public OptionalDouble of(Measurement measurement, Peers peers) {
        if (measurement.form() != Form.PEERS) {
            return taken.computeIfAbsent(measurement, it -> it.measure(facts, asOf));
        }
        Measurement value = measurement.as(Form.VALUE);
        OptionalDouble own = of(value, peers);
        return own.isEmpty() ? own : peers.percentile(value, own.getAsDouble());
    }
}
