package ews.sensors.fact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Makes the short keys of events: the first 64 bits of the SHA-256 of {@code "<source id>\n<message id>"}. */
final class EventKeys {

    private final MessageDigest sha256;

    EventKeys() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    long of(int source, String messageId) {
        byte[] hash = sha256.digest((source + "\n" + messageId).getBytes(StandardCharsets.UTF_8));
        long key = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            key = key << 8 | hash[i] & 0xFF;
        }
        return key;
    }
}
