package ews.detection.scoring;

import ews.domain.work.Stop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works the backlog off as it grows: one thread for today's scores, one for those of them that are urgent, so that they
 * do not wait for the others, and one for past days, which take longer. Stops after the transaction at work; a thread is
 * never interrupted in the middle of one.
 */
@Component
@ConditionalOnProperty(name = "ews.scoring.background", matchIfMissing = true)
class BackgroundScoring implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BackgroundScoring.class);
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration AFTER_ERROR = Duration.ofSeconds(2);
    private static final Duration TO_STOP = Duration.ofSeconds(20);

    private final LiveScoring live;
    private final HistoryScoring history;
    private final List<Thread> threads = new ArrayList<>();
    private volatile Stop stop = new Stop();

    BackgroundScoring(LiveScoring live, HistoryScoring history) {
        this.live = live;
        this.history = history;
    }

    @Override
    public synchronized void start() {
        stop = new Stop();
        start("scoring-live", live::runOnce);
        start("scoring-urgent", live::runUrgent);
        start("scoring-history", history::runOnce);
    }

    private void start(String name, IntSupplier run) {
        threads.add(Thread.ofVirtual().name(name).start(() -> repeat(run)));
    }

    private void repeat(IntSupplier run) {
        Duration pause = Duration.ZERO;
        while (!stop.isToldWithin(pause)) {
            try {
                pause = run.getAsInt() > 0 ? Duration.ZERO : IDLE;
            } catch (RuntimeException e) {
                log.warn("Scoring failed and will be tried again; nothing is lost", e);
                pause = AFTER_ERROR;
            }
        }
    }

    @Override
    public synchronized void stop() {
        stop.tell();
        for (Thread thread : threads) {
            if (!Stop.ends(thread, TO_STOP)) {
                log.warn("{} is still at work; its transaction will be rolled back", thread.getName());
            }
        }
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }
}
