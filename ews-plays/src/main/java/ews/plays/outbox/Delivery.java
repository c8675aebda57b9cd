package ews.plays.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt. */
public sealed interface Delivery {

    /** The receiver took it. */
    record Delivered() implements Delivery {}

    /**
     * It may work later.
     *
     * @param pause for how long the receiver wants to be left alone; {@code null} if it did not say
     */
    record TryLater(String reason, @Nullable Duration pause) implements Delivery {

        public TryLater(String reason) {
            this(reason, null);
        }

        /** At least as long as usual, and as the receiver wants. */
        Duration pause(Duration usual) {
            return pause == null || pause.compareTo(usual) < 0 ? usual : pause;
        }
    }

    /** It will never work as it is. */
    record Refused(String reason) implements Delivery {}
}
