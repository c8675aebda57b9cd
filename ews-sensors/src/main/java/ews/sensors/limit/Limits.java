package ews.sensors.limit;

import ews.domain.time.OrganisationDays;
import ews.sensors.intake.TooFast;
import ews.sensors.source.Source;
import ews.sensors.source.SourceId;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Keeps sources to the rate that an admin allows them, on each instance by itself. What a source did not use in the last
 * ten seconds it may send at once, and one batch may go beyond: it then has to wait for longer.
 */
@Component
class Limits {

    private static final int SECONDS_AT_ONCE = 10;

    private final Clock clock;
    private final Map<SourceId, Allowance> allowances = new ConcurrentHashMap<>();

    private record Allowance(int mostASecond, Bucket bucket) {}

    Limits(OrganisationDays days) {
        this.clock = days.clock();
    }

    /** @throws TooFast if the source has sent more than it may; nothing is taken then */
    void take(Source source, int events) {
        Integer most = source.limits().mostASecond();
        if (most == null || events == 0) {
            allowances.remove(source.id());
            return;
        }
        Bucket bucket = allowances.compute(
                        source.id(),
                        (_, before) -> before != null && before.mostASecond == most
                                ? before
                                : new Allowance(most, bucket(most)))
                .bucket;
        synchronized (bucket) {
            if (bucket.getAvailableTokens() <= 0) {
                Duration wait =
                        Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
                throw new TooFast(source.name(), most, wait);
            }
            bucket.consumeIgnoringRateLimits(events);
        }
    }

    private Bucket bucket(int most) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity((long) most * SECONDS_AT_ONCE)
                        .refillGreedy(most, Duration.ofSeconds(1))
                        .build())
                .withCustomTimePrecision(new Ticking(clock))
                .build();
    }

    private record Ticking(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
