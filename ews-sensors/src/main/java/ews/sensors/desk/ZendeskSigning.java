package ews.sensors.desk;

import ews.sensors.vendor.Delivery;
import ews.sensors.vendor.Forged;
import ews.sensors.vendor.Hmac;
import ews.sensors.vendor.Signing;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** {@code X-Zendesk-Webhook-Signature}: the HMAC-SHA256, in Base64, of the time in another header and the body. */
record ZendeskSigning() implements Signing {

    private static final String SIGNATURE = "X-Zendesk-Webhook-Signature";
    private static final String TIME = "X-Zendesk-Webhook-Signature-Timestamp";

    @Override
    public void check(Delivery delivery, String secret) {
        String signature = delivery.header(SIGNATURE);
        String time = delivery.header(TIME);
        if (signature == null || time == null) {
            throw new Forged("It has no headers %s and %s, so Zendesk did not sign it.".formatted(SIGNATURE, TIME));
        }
        if (!Hmac.same(code(time, delivery.body(), secret), signature.strip())) {
            throw new Forged(
                    "Its signature does not fit the secret that is entered here. "
                            + "Each webhook in Zendesk has a secret of its own, and one that is not saved yet signs with another.");
        }
        Signing.checkFresh(parsed(time), delivery.receivedAt());
    }

    @Override
    public Map<String, String> sign(byte[] body, String secret, Instant at) {
        String time = at.truncatedTo(ChronoUnit.SECONDS).toString();
        return Map.of(SIGNATURE, code(time, body, secret), TIME, time);
    }

    private static String code(String time, byte[] body, String secret) {
        return Hmac.sha256(secret, time.getBytes(StandardCharsets.UTF_8), body).base64();
    }

    private static Instant parsed(String time) {
        try {
            return OffsetDateTime.parse(time.strip()).toInstant();
        } catch (DateTimeException _) {
            throw new Forged("Its header %s does not say when it was signed.".formatted(TIME));
        }
    }
}
