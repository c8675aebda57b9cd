package ews.sensors.stripe;

import ews.sensors.vendor.Delivery;
import ews.sensors.vendor.Forged;
import ews.sensors.vendor.Hmac;
import ews.sensors.vendor.Signing;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * {@code Stripe-Signature: t=<seconds>,v1=<hex>[,v1=…]}, each of them the HMAC-SHA256 of {@code <seconds>.<body>}. While a
 * secret is being replaced, Stripe signs with both, so any of them may fit.
 */
record StripeSigning() implements Signing {

    private static final String HEADER = "Stripe-Signature";

    @Override
    public void check(Delivery delivery, String secret) {
        String header = delivery.header(HEADER);
        if (header == null) {
            throw new Forged("It has no header Stripe-Signature, so Stripe did not sign it.");
        }
        List<String> parts = Arrays.stream(header.split(",")).map(String::strip).toList();
        String seconds = parts.stream()
                .filter(it -> it.startsWith("t="))
                .map(it -> it.substring(2))
                .findFirst()
                .orElse("");
        String expected = code(seconds, delivery.body(), secret);
        if (parts.stream().noneMatch(it -> it.startsWith("v1=") && Hmac.same(expected, it.substring(3)))) {
            throw new Forged("Its signature does not fit the secret that is entered here. "
                    + "Each endpoint in Stripe has a secret of its own; is it that of this address?");
        }
        Signing.checkFresh(time(seconds), delivery.receivedAt());
    }

    @Override
    public Map<String, String> sign(byte[] body, String secret, Instant at) {
        String seconds = Long.toString(at.getEpochSecond());
        return Map.of(HEADER, "t=%s,v1=%s".formatted(seconds, code(seconds, body, secret)));
    }

    private static String code(String seconds, byte[] body, String secret) {
        return Hmac.sha256(secret, (seconds + ".").getBytes(StandardCharsets.UTF_8), body)
                .hex();
    }

    private static Instant time(String seconds) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (NumberFormatException | DateTimeException _) {
            throw new Forged("Its header Stripe-Signature does not say when it was signed.");
        }
    }
}
