package ews.sensors.vendor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that only those can make who know the secret (RFC 2104). */
public final class Hmac {

    private final byte[] code;

    private Hmac(byte[] code) {
        this.code = code;
    }

    /** @param parts of one message, one after the other */
    public static Hmac sha256(String secret, byte[]... parts) {
        return of("HmacSHA256", secret, parts);
    }

    public static Hmac sha1(String secret, byte[]... parts) {
        return of("HmacSHA1", secret, parts);
    }

    private static Hmac of(String algorithm, String secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return new Hmac(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + algorithm, e);
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(code);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(code);
    }

    /** Takes as long for a wrong one as for the right one. */
    public static boolean same(String expected, String got) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), got.getBytes(StandardCharsets.UTF_8));
    }
}
