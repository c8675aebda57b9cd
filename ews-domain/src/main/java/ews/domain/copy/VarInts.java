package ews.domain.copy;

import java.nio.ByteBuffer;

/**
 * Numbers that take as many bytes as they need: seven bits a byte, the lowest first, and the eighth says that more
 * follow (LEB128).
 */
public final class VarInts {

    private VarInts() {}

    /** Negative numbers take ten bytes, so where there are any they should be {@linkplain #zigzag folded} first. */
    public static void put(ByteBuffer out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    public static long get(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** Gives small numbers of either sign small numbers without one. */
    public static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    public static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
