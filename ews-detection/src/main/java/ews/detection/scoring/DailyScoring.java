package ews.detection.scoring;

import ews.domain.time.DayHasPassed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Scores everybody once a day, since scores move with time even where nothing happens. Ranges of accounts are scored in
 * a transaction each, by whoever takes one next: four workers of each instance, some of which compute while others
 * wait for the database, or for its log to be written. A run that was killed goes on with the ranges that are left.
 */
@Component
class DailyScoring {

    private static final int WORKERS = 4;

    private static final Logger log = LoggerFactory.getLogger(DailyScoring.class);

    private final DailyRuns runs;
    private final PeerKeeping peers;
    private final Shards shards;
    private final TodayScoring scoring;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final ScoringMeters meters;
    private final ScoringDay day;

    DailyScoring(
            DailyRuns runs,
            PeerKeeping peers,
            Shards shards,
            TodayScoring scoring,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            ScoringMeters meters,
            ScoringDay day) {
        this.runs = runs;
        this.peers = peers;
        this.shards = shards;
        this.scoring = scoring;
        this.events = events;
        this.transactions = transactions;
        this.meters = meters;
        this.day = day;
    }

    /**
     * Works on today's run until no range of it is left to take.
     *
     * @throws RuntimeException if the database is down; the run goes on when it is called again
     */
    void run() {
        LocalDate today = day.today();
        peers.ensureToday();
        transactions.executeWithoutResult(_ -> start(today));
        CompletableFuture<?>[] working = new CompletableFuture<?>[WORKERS];
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Arrays.setAll(working, _ -> CompletableFuture.runAsync(() -> work(today), workers));
        }
        CompletableFuture.allOf(working).join();
        runs.finishIfDone(today);
    }

    private void work(LocalDate today) {
        while (scoreRange(today)) {
            // one after the other
        }
    }

    /** Scores one range of accounts; false if there is none to take. */
    boolean scoreRange(LocalDate today) {
        var taken = new AtomicReference<@Nullable AccountRange>();
        try {
            meters.time(ScoringMeters.Kind.DAILY, () -> score(today, taken));
        } catch (RuntimeException e) {
            AccountRange range = taken.get();
            if (range == null || Parked.isDatabaseDown(e)) {
                throw e;
            }
            log.warn(
                    "Accounts {} to {} could not be scored together; live scoring takes each of them alone",
                    range.first(),
                    range.last(),
                    e);
            leaveToLive(today, range);
        }
        return taken.get() != null;
    }

    private int score(LocalDate today, AtomicReference<@Nullable AccountRange> taken) {
        Integer accounts = transactions.execute(_ -> {
            Optional<AccountRange> next = runs.take(today);
            next.ifPresent(taken::set);
            return next.map(range -> {
                        shards.lock(range.first(), range.last());
                        int scored = scoring.scoreAll(range.first(), range.last(), today);
                        runs.done(today, range);
                        return scored;
                    })
                    .orElse(0);
        });
        return accounts == null ? 0 : accounts;
    }

    private void leaveToLive(LocalDate today, AccountRange range) {
        transactions.executeWithoutResult(_ -> {
            if (runs.lock(today, range)) {
                runs.leaveToLive(today, range);
                runs.done(today, range);
            }
        });
    }

    /** Announces that days have passed since the run before, on whichever instance comes first. */
    private void start(LocalDate today) {
        if (runs.start(today)) {
            LocalDate yesterday = today.minusDays(1);
            events.publishEvent(
                    new DayHasPassed(yesterday, runs.lastBefore(today).orElse(yesterday)));
        }
    }
}
