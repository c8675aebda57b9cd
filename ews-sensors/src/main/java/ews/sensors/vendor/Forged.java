package ews.sensors.vendor;

import java.io.Serial;

/** A delivery that its vendor did not sign with the secret of the source, or that was signed too long ago. */
public final class Forged extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** @param reason for people, who may have entered the wrong secret */
    public Forged(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
