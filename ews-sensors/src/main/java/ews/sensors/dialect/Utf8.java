package ews.sensors.dialect;

/**
 * Checks that bytes are UTF-8 as PostgreSQL understands it: no overlong forms, no surrogates, nothing above U+10FFFF, no
 * NUL. JSON parsers are more lenient, and one bad byte would fail the whole transaction.
 */
final class Utf8 {

    private Utf8() {}

    /** The place of the first byte that does not belong there, or -1. */
    static int firstInvalid(byte[] bytes) {
        int i = 0;
        while (i < bytes.length) {
            int b = bytes[i];
            if (b > 0) {
                i++;
                continue;
            }
            int length = lengthOf(b & 0xFF);
            if (length == 0 || i + length > bytes.length || !valid(bytes, i, length)) {
                return i;
            }
            i += length;
        }
        return -1;
    }

    private static int lengthOf(int lead) {
        return lead >= 0xC2 && lead <= 0xDF ? 2 : (lead & 0xF0) == 0xE0 ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    }

    private static boolean valid(byte[] bytes, int start, int length) {
        for (int i = 1; i < length; i++) {
            if ((bytes[start + i] & 0xC0) != 0x80) {
                return false;
            }
        }
        int second = bytes[start + 1] & 0xFF;
        return switch (bytes[start] & 0xFF) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second < 0xA0;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second < 0x90;
            default -> true;
        };
    }
}
