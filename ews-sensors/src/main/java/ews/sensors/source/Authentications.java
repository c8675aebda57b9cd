package ews.sensors.source;

import ews.domain.time.OrganisationDays;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers for ten seconds whose key it was, so that not every request asks the database. What this instance changes
 * is forgotten at once; other instances follow within the ten seconds.
 */
@Component
class Authentications {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final OrganisationDays days;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    private record Known(Source source, Instant until) {}

    Authentications(OrganisationDays days) {
        this.days = days;
    }

    /** Only keys that exist are remembered, so guessing cannot fill the memory. */
    Optional<Source> of(byte[] hash, Supplier<Optional<Source>> read) {
        String key = HexFormat.of().formatHex(hash);
        Known before = known.get(key);
        Instant now = days.now();
        if (before != null && now.isBefore(before.until)) {
            return Optional.of(before.source);
        }
        long started = generation.get();
        Optional<Source> source = read.get();
        source.ifPresentOrElse(it -> known.put(key, new Known(it, now.plus(KEPT))), () -> known.remove(key));
        if (generation.get() != started) {
            // A key changed while this one was being read: what was read may be the state before.
            known.remove(key);
        }
        return source;
    }

    void forgetAfterCommit() {
        forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    forget();
                }
            });
        }
    }

    void forget() {
        generation.incrementAndGet();
        known.clear();
    }
}
