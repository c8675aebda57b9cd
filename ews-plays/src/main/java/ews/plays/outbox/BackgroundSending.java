package ews.plays.outbox;

import ews.domain.work.Stop;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends messages as they become due, each lane on a thread of its own for as long as it has some: a receiver that is slow
 * delays nobody else. Stops after the messages that are on their way.
 */
@Component
@ConditionalOnProperty(name = "ews.plays.background", matchIfMissing = true)
class BackgroundSending implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BackgroundSending.class);
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration AFTER_ERROR = Duration.ofSeconds(2);
    private static final Duration TO_STOP = Duration.ofSeconds(15);

    private final Sender sender;
    private final Map<String, Thread> lanes = new ConcurrentHashMap<>();
    private volatile Stop stop = new Stop();
    private @Nullable Thread dispatcher;

    BackgroundSending(Sender sender) {
        this.sender = sender;
    }

    @Override
    public synchronized void start() {
        stop = new Stop();
        dispatcher = Thread.ofVirtual().name("sending").start(this::dispatch);
    }

    private void dispatch() {
        Duration pause = Duration.ZERO;
        while (!stop.isToldWithin(pause)) {
            try {
                sender.dueLanes().forEach(this::begin);
                pause = IDLE;
            } catch (RuntimeException e) {
                log.warn("Messages could not be looked up and wait; nothing is lost", e);
                pause = AFTER_ERROR;
            }
        }
    }

    private void begin(String lane) {
        lanes.computeIfAbsent(
                lane, _ -> Thread.ofVirtual().name("sending " + lane).start(() -> work(lane)));
    }

    private void work(String lane) {
        try {
            while (!stop.isTold() && sender.sendNext(lane)) {}
        } catch (RuntimeException e) {
            log.warn("Sending by {} failed and will be tried again; nothing is lost", lane, e);
            stop.isToldWithin(AFTER_ERROR);
        } finally {
            lanes.remove(lane);
        }
    }

    @Override
    public synchronized void stop() {
        stop.tell();
        if (dispatcher != null) {
            awaitEnd(dispatcher);
            dispatcher = null;
        }
        lanes.values().forEach(BackgroundSending::awaitEnd);
    }

    private static void awaitEnd(Thread thread) {
        if (!Stop.ends(thread, TO_STOP)) {
            log.warn("{} is still at work; its message may be sent again", thread.getName());
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return dispatcher != null;
    }
}
