package ews.sensors.http;

import ews.sensors.intake.IntakeUnavailable;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** How many bytes of bodies may be in memory at a time, so that many large requests at once cannot exhaust the heap. */
@Component
class Memory {

    /** Parsed events take about three times their text, and others need room too. */
    private static final int SHARE = 8;

    private final long limit = Runtime.getRuntime().maxMemory() / SHARE;
    private final AtomicLong used = new AtomicLong();

    /** What one request uses; closed when it is answered. */
    final class Share implements AutoCloseable {
        private long bytes;

        /** @throws IntakeUnavailable if all requests together would use too much */
        void take(long more) {
            if (used.addAndGet(more) > limit) {
                used.addAndGet(-more);
                throw IntakeUnavailable.busy();
            }
            bytes += more;
        }

        @Override
        public void close() {
            used.addAndGet(-bytes);
            bytes = 0;
        }
    }

    Share share() {
        return new Share();
    }
}
