package ews.sensors.vendor;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sent to the address of a source.
 *
 * @param headers by their names in lower case
 * @param body as it came, byte by byte, since that is what is signed
 */
public record Delivery(Map<String, String> headers, byte[] body, Instant receivedAt) {

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }
}
