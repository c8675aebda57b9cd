package ews.domain.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells threads in the background to end after what they are at, and waits for them; none is interrupted. */
public final class Stop {

    private final CountDownLatch told = new CountDownLatch(1);

    public void tell() {
        told.countDown();
    }

    public boolean isTold() {
        return told.getCount() == 0;
    }

    /** Waits for so long at most, and says whether it was told by then. */
    public boolean isToldWithin(Duration pause) {
        try {
            return told.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Whether a thread that was told ends within this time. */
    public static boolean ends(Thread thread, Duration within) {
        try {
            return thread.join(within);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
