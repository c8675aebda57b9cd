package ews.plays.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread dispatcher;

    BackgroundSending(Sender sender) {
        this.sender = sender;
    }

    @Override
    public synchronized void start() {
        stopped = new CountDownLatch(1);
        dispatcher = Thread.ofVirtual().name("sending").start(this::dispatch);
    }

    private void dispatch() {
        Duration pause = Duration.ZERO;
        while (!waitedUntilStopped(pause)) {
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
            while (!isStopping() && sender.sendNext(lane)) {}
        } catch (RuntimeException e) {
            log.warn("Sending by {} failed and will be tried again; nothing is lost", lane, e);
            waitedUntilStopped(AFTER_ERROR);
        } finally {
            lanes.remove(lane);
        }
    }

    private boolean isStopping() {
        return stopped.getCount() == 0;
    }

    private boolean waitedUntilStopped(Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        if (dispatcher != null) {
            awaitEnd(dispatcher);
            dispatcher = null;
        }
        lanes.values().forEach(BackgroundSending::awaitEnd);
    }

    private static void awaitEnd(Thread thread) {
        try {
            if (!thread.join(TO_STOP)) {
                log.warn("{} is still at work; its message may be sent again", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return dispatcher != null;
    }
}
