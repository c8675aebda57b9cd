package ews.sensors.vendor;

import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A header holds the code of the body alone. Nothing says when it was signed, so what is sent again is only known as a
 * duplicate by its id.
 *
 * @param code of a body, made with the secret, as it stands in the header
 */
public record BodySigning(String header, BiFunction<String, byte[], String> code) implements Signing {

    @Override
    public void check(Delivery delivery, String secret) {
        String got = delivery.header(header);
        if (got == null) {
            throw new Forged("It has no header %s, so it is not signed.".formatted(header));
        }
        if (!Hmac.same(code.apply(secret, delivery.body()), got.strip())) {
            throw new Forged("Its signature does not fit the secret that is entered here.");
        }
    }

    @Override
    public Map<String, String> sign(byte[] body, String secret, Instant at) {
        return Map.of(header, code.apply(secret, body));
    }
}
