package ews.sensors.fact;

import java.io.Serial;

/** What this instance remembered was changed by others: the transaction must be started again without it. */
final class Outdated extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    Outdated(String what) {
        super(what, null, false, false);
    }
}
