package ews.sensors.vendor;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How a vendor makes sure that a delivery comes from it. */
public interface Signing {

    /** How old a delivery may be, and how far ahead the vendor's clock, where the time is signed, too. */
    Duration TOLERANCE = Duration.ofMinutes(5);

    /** @throws Forged if the vendor did not sign this, or too long ago */
    void check(Delivery delivery, String secret);

    /** The headers with which the vendor would send this body at that time. */
    Map<String, String> sign(byte[] body, String secret, Instant at);

    /** @throws Forged if that time is too far from now */
    static void checkFresh(Instant signed, Instant now) {
        if (Duration.between(signed, now).abs().compareTo(TOLERANCE) > 0) {
            throw new Forged("It was signed at %s, which is more than %d minutes from now, %s."
                    .formatted(signed, TOLERANCE.toMinutes(), now));
        }
    }
}
