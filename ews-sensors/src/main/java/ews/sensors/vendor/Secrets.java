package ews.sensors.vendor;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes what nobody can guess, of letters and digits that every form takes. */
final class Secrets {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
