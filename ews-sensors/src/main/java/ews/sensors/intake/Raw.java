package ews.sensors.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A stretch of valid UTF-8 inside a larger buffer, so that an event's text is not copied on its way to the log. */
public final class Raw {

    private final byte[] buffer;
    private final int offset;
    private final int length;

    public Raw(byte[] buffer, int offset, int length) {
        if (offset < 0 || length < 0 || offset + length > buffer.length) {
            throw new IndexOutOfBoundsException("%d+%d of %d bytes".formatted(offset, length, buffer.length));
        }
        this.buffer = buffer;
        this.offset = offset;
        this.length = length;
    }

    public static Raw of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Raw(bytes, 0, bytes.length);
    }

    /** In bytes. */
    public int length() {
        return length;
    }

    public void putInto(ByteBuffer target) {
        target.put(buffer, offset, length);
    }

    public byte[] bytes() {
        return Arrays.copyOfRange(buffer, offset, offset + length);
    }

    /** An id made from the text: the same text has the same one. */
    public String hash() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(buffer, offset, length);
            return "sha256:" + HexFormat.of().formatHex(sha256.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** The beginning of it, at most so many bytes, never half a character. */
    public Raw first(int most) {
        if (length <= most) {
            return this;
        }
        int end = most;
        while (end > 0 && (buffer[offset + end] & 0xC0) == 0x80) {
            end--;
        }
        return new Raw(buffer, offset, end);
    }

    @Override
    public String toString() {
        return new String(buffer, offset, length, StandardCharsets.UTF_8);
    }
}
