package ews.sensors.fact;

import java.io.Serial;

/** Another instance was faster, or deleted what this one remembered: the transaction must be started again. */
final class Lost extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    Lost(String what) {
        super(what, null, false, false);
    }
}
