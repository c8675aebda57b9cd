package ews.sensors.direct;

import ews.sensors.intake.IntakeUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The batches that wait for the writer, at most so many events at a time. */
final class WaitingRoom {

    private final int capacity;
    private final ArrayDeque<Pending> waiting = new ArrayDeque<>();
    private int events;
    private boolean closed;

    /** @param capacity in events; a single batch may be larger if nothing else waits */
    WaitingRoom(int capacity) {
        this.capacity = capacity;
    }

    /** @throws IntakeUnavailable if the room is full or closed */
    synchronized void enter(Pending pending) {
        int size = pending.batch().size();
        if (closed || (!waiting.isEmpty() && events + size > capacity)) {
            throw IntakeUnavailable.busy();
        }
        waiting.add(pending);
        events += size;
        notifyAll();
    }

    /**
     * Waits for the first batch and takes as many as make one good transaction; empty once the room is closed and
     * everybody was served.
     *
     * @param most in events; a single batch may be larger
     */
    synchronized List<Pending> next(int most) throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        var group = new ArrayList<Pending>();
        int size = 0;
        for (Pending first = waiting.peek(); first != null; first = waiting.peek()) {
            size += first.batch().size();
            if (!group.isEmpty() && size > most) {
                break;
            }
            group.add(waiting.remove());
            events -= first.batch().size();
        }
        return group;
    }

    synchronized void open() {
        closed = false;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** In events. */
    synchronized int size() {
        return events;
    }
}
