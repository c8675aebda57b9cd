package ews.dashboard.database;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random passwords of 128 bits. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
