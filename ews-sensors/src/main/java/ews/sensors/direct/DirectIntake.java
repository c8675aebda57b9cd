package ews.sensors.direct;

import ews.sensors.fact.FactWriter;
import ews.sensors.intake.Batch;
import ews.sensors.intake.EventIntake;
import ews.sensors.intake.IntakeUnavailable;
import ews.sensors.intake.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Group commit: one writer thread takes whatever waits and commits it in one transaction, so that load makes
 * transactions larger instead of more numerous. Each sender gets its own receipt, after the commit.
 */
@Component
class DirectIntake implements EventIntake, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DirectIntake.class);

    /** In events. */
    private static final int MOST_WAITING = 100_000;
    /** In events: enough to make the cost of a transaction small, few enough to be done in half a second. */
    private static final int MOST_TOGETHER = 20_000;

    private static final long PATIENCE_SECONDS = 30;

    private final FactWriter writer;
    private final IntakeMetrics metrics;
    private final WaitingRoom room;
    private @Nullable Thread thread;

    DirectIntake(FactWriter writer, IntakeMetrics metrics) {
        this.writer = writer;
        this.metrics = metrics;
        this.room = new WaitingRoom(MOST_WAITING);
    }

    @Override
    public Receipt accept(Batch batch) {
        if (batch.size() == 0 && batch.people().isEmpty()) {
            return new Receipt(batch.id(), 0, 0, 0, List.of());
        }
        var pending = new Pending(batch);
        room.enter(pending);
        try {
            Receipt receipt = pending.receipt().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            metrics.acknowledged(batch, receipt);
            return receipt;
        } catch (ExecutionException e) {
            throw Failures.toSender(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw IntakeUnavailable.databaseDown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw IntakeUnavailable.databaseDown(e);
        }
    }

    /** Events that wait for the writer. */
    int waiting() {
        return room.size();
    }

    private void work() {
        try {
            List<Pending> group = room.next(MOST_TOGETHER);
            while (!group.isEmpty()) {
                commit(group);
                group = room.next(MOST_TOGETHER);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(List<Pending> group) {
        try {
            apply(group);
        } catch (RuntimeException | Error e) {
            if (group.size() == 1 || Failures.isOutage(e)) {
                log.warn("Could not commit {} batches", group.size(), e);
                group.forEach(it -> it.receipt().completeExceptionally(e));
            } else {
                // One of them is at fault; the others must not suffer.
                group.forEach(it -> commit(List.of(it)));
            }
        }
    }

    private void apply(List<Pending> group) {
        List<Batch> batches = group.stream().map(Pending::batch).toList();
        long started = System.nanoTime();
        List<Receipt> receipts = writer.apply(batches);
        metrics.commit().record(Duration.ofNanos(System.nanoTime() - started));
        metrics.group(batches.stream().mapToInt(Batch::size).sum());
        for (int i = 0; i < group.size(); i++) {
            group.get(i).receipt().complete(receipts.get(i));
        }
    }

    @Override
    public synchronized void start() {
        room.open();
        thread = Thread.ofPlatform().name("ews-intake").start(this::work);
    }

    /** Serves those who wait already, and nobody else. */
    @Override
    public void stop() {
        room.close();
        Thread stopping = thread;
        if (stopping != null) {
            try {
                stopping.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Starts before the web server and stops after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
