package ews.sensors.vendor;

import ews.sensors.source.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source whose events a vendor sends.
 *
 * @param address the last part of where the vendor sends to, which nobody can guess
 * @param secret what signs; {@code null} until somebody has entered it, or if the vendor signs nothing
 * @param refusal why a delivery was refused last; {@code null} if that was never so since the secret was entered
 */
public record VendorWebhook(
        Source source,
        Vendor vendor,
        String address,
        @Nullable String secret,
        @Nullable Refusal refusal) {

    public record Refusal(Instant at, String reason) {}

    /** Whether everything is refused, since nothing can be checked yet. */
    public boolean lacksSecret() {
        return secret == null && vendor.secret() != Vendor.Secret.NONE;
    }
}
