package ews.sensors.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Spoils a good body in a way that a seed decides: bytes, structure, Unicode, numbers, nesting. */
final class Mangled {

    private static final String[] PIECES = {
        "\0",
        "\\u0000",
        "\\ud800",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "1e999999999",
        "-1e-999999999",
        "1e99999999999",
        "9".repeat(2_000),
        "null",
        "true",
        "\uFEFF",
        "\u202E",
        "\uD83D\uDE00",
        "\\",
        "\\u00",
        "NaN",
        "[".repeat(1_000),
        "{\"a\":".repeat(500),
        "x".repeat(40_000),
        "2026-02-30T00:00:00Z",
        "+999999999-01-01T00:00:00Z",
        "'; drop table event --",
    };

    private Mangled() {}

    static byte[] of(byte[] good, Random random) {
        byte[] body = good;
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            body = switch (random.nextInt(4)) {
                case 0 -> flipped(body, random);
                case 1 -> java.util.Arrays.copyOf(body, random.nextInt(body.length + 1));
                case 2 -> replaced(body, random);
                default -> inserted(body, random);
            };
        }
        return body;
    }

    private static byte[] flipped(byte[] body, Random random) {
        byte[] flipped = body.clone();
        for (int i = random.nextInt(1, 5); i > 0 && flipped.length > 0; i--) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private static byte[] inserted(byte[] body, Random random) {
        int place = random.nextInt(body.length + 1);
        return joined(body, place, PIECES[random.nextInt(PIECES.length)], place);
    }

    /** A whole string of the body becomes something else, so that the JSON mostly stays well-formed. */
    private static byte[] replaced(byte[] body, Random random) {
        int start = random.nextInt(body.length + 1);
        while (start < body.length && body[start] != '"') {
            start++;
        }
        int end = Math.min(start + 1, body.length);
        while (end < body.length && body[end] != '"') {
            end++;
        }
        String piece = PIECES[random.nextInt(PIECES.length)];
        return joined(body, start, random.nextBoolean() ? piece : '"' + piece + '"', Math.min(end + 1, body.length));
    }

    private static byte[] joined(byte[] body, int until, String piece, int from) {
        var out = new ByteArrayOutputStream();
        out.write(body, 0, until);
        out.writeBytes(piece.getBytes(StandardCharsets.UTF_8));
        out.write(body, from, body.length - from);
        return out.toByteArray();
    }
}
