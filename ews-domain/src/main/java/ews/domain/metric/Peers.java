package ews.domain.metric;

import java.util.OptionalDouble;

/** What the other accounts of a segment have, for metrics that are read {@linkplain Form#PEERS against them}. */
public interface Peers {

    /** Nobody to compare with. */
    Peers NONE = (_, _) -> OptionalDouble.empty();

    /**
     * In percent, how many of the peers have less than {@code value}; those with the same count half. Empty where too
     * few are known.
     *
     * @param of what was measured, in the form of a value
     */
    OptionalDouble percentile(Measurement of, double value);
}
