package ews.domain.score;

import ews.domain.fact.AccountFacts;
import ews.domain.metric.Measurement;
import ews.domain.metric.Peers;
import java.time.LocalDate;
import java.util.OptionalDouble;

/** What one account's measurements give on one day. */
public interface Readings {

    /** Empty where there is no data to say anything. */
    OptionalDouble of(Measurement measurement, Peers peers);

    static Readings of(AccountFacts facts, LocalDate asOf) {
        return (measurement, peers) -> measurement.measure(facts, asOf, peers);
    }
}
