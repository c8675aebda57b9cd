package ews.sensors.vendor;

import java.io.Serial;

/** Nobody sends to this address, or not any more. */
public final class UnknownAddress extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final boolean revoked;

    UnknownAddress(boolean revoked) {
        super(
                revoked ? "This source was revoked." : "There is no source with this address; see Setup, Sources.",
                null,
                false,
                false);
        this.revoked = revoked;
    }

    public boolean wasRevoked() {
        return revoked;
    }
}
