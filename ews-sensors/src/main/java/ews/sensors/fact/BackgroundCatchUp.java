package ews.sensors.fact;

import ews.domain.work.Stop;
import ews.sensors.fact.UsageBacklog.Step;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings usage from the backlog into its blocks as it comes, and takes a twentieth of the time for that while more is
 * coming: the more blocks there are, the longer a round takes, the more usage comes meanwhile, and the fewer times a block is
 * written for it.
 */
@Component
@ConditionalOnProperty(name = "ews.usage.background", matchIfMissing = true)
class BackgroundCatchUp implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BackgroundCatchUp.class);

    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration AFTER_ERROR = Duration.ofSeconds(2);
    private static final Duration TO_STOP = Duration.ofSeconds(20);
    /** How many times as long as a round it waits for the next one; and how long at most. */
    private static final int RESTS = 19;

    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    /** When nothing has come for so long, there is no use in waiting for more. It must be longer than a pause in the load. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);

    /** How many times as long as such a pause it rests. */
    private static final int RESTS_PER_PAUSE = 20;

    private final CatchUp catchUp;
    private final UsageBacklog backlog;
    private volatile Stop stop = new Stop();
    private @Nullable Thread thread;
    /** The latest row that was seen waiting, and when it was new. */
    private long latest;

    private long cameAt;

    BackgroundCatchUp(CatchUp catchUp, UsageBacklog backlog, MeterRegistry registry) {
        this.catchUp = catchUp;
        this.backlog = backlog;
        Gauge.builder("ews.usage.backlog", backlog, UsageBacklog::size)
                .description("Usage that this instance has acknowledged and that does not count yet")
                .baseUnit("bytes")
                .register(registry);
    }

    @Override
    public synchronized void start() {
        stop = new Stop();
        thread = Thread.ofPlatform().name("usage-catch-up").start(this::work);
    }

    private void work() {
        while (!stop.isTold()) {
            try {
                long started = System.nanoTime();
                boolean any = round();
                Duration taken = Duration.ofNanos(System.nanoTime() - started);
                if (!any) {
                    stop.isToldWithin(IDLE);
                } else if (backlog.size() < UsageBacklog.PARTS * UsageBacklog.MOST_OF_A_ROUND) {
                    rest(taken.multipliedBy(RESTS));
                }
            } catch (RuntimeException e) {
                log.warn("Usage could not be added to its blocks, and will be tried again; nothing is lost", e);
                stop.isToldWithin(AFTER_ERROR);
            }
        }
    }

    /** @return whether there was anything */
    private boolean round() {
        Step step = catchUp.advance();
        boolean any = step != Step.NOTHING_WAITS;
        while (step == Step.GONE_ON && !stop.isTold()) {
            step = catchUp.advance();
        }
        return any;
    }

    private void rest(Duration time) {
        Duration most = time.compareTo(LONGEST_REST) < 0 ? time : LONGEST_REST;
        Duration quiet = most.dividedBy(RESTS_PER_PAUSE);
        Duration enough = quiet.compareTo(SHORTEST_PAUSE) > 0 ? quiet : SHORTEST_PAUSE;
        for (Duration rested = Duration.ZERO;
                rested.compareTo(most) < 0 && !hasPausedFor(enough);
                rested = rested.plus(LOOK)) {
            if (stop.isToldWithin(LOOK)) {
                return;
            }
        }
    }

    private boolean hasPausedFor(Duration time) {
        long last = catchUp.latest();
        if (last > latest) {
            latest = last;
            cameAt = System.nanoTime();
        }
        return System.nanoTime() - cameAt > time.toNanos();
    }

    /** Ends after the transaction at work; the rest waits where it is. */
    @Override
    public synchronized void stop() {
        stop.tell();
        Thread stopping = thread;
        if (stopping != null && !Stop.ends(stopping, TO_STOP)) {
            log.warn("{} is still at work; its transaction will be rolled back", stopping.getName());
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
