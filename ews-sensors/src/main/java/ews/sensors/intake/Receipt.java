package ews.sensors.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a batch: received = accepted + duplicates + ignored + rejected. Given only after the commit. */
public record Receipt(@Nullable String batchId, int accepted, int duplicates, int ignored, List<Rejection> rejected) {

    public int received() {
        return accepted + duplicates + ignored + rejected.size();
    }
}
