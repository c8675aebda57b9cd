package ews.sensors.source;

import java.time.Instant;

/**
 * How much a source sent: received = accepted + duplicates + ignored + rejected, always.
 *
 * @param lastReceived when its last batch with any event came in
 */
public record SourceCounts(long accepted, long duplicates, long ignored, long rejected, Instant lastReceived) {

    public long received() {
        return accepted + duplicates + ignored + rejected;
    }
}
