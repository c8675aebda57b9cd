package ews.sensors.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file that passes by on its way into the database: looks at its first bytes, and whether all of it is UTF-8. */
final class Sniffed extends FilterInputStream {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int LONGEST_HEAD = 64 * 1024;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer decoded = CharBuffer.allocate(8 * 1024);
    /** The beginning of a character whose end comes with the next bytes. */
    private ByteBuffer rest = ByteBuffer.allocate(0);

    private byte[] head = new byte[0];
    private boolean utf8 = true;

    Sniffed(InputStream file) {
        super(file);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) {
            keep(into, offset, read);
            check(into, offset, read);
        }
        return read;
    }

    private void keep(byte[] bytes, int offset, int length) {
        int kept = Math.min(length, LONGEST_HEAD - head.length);
        if (kept > 0) {
            int before = head.length;
            head = Arrays.copyOf(head, before + kept);
            System.arraycopy(bytes, offset, head, before, kept);
        }
    }

    private void check(byte[] bytes, int offset, int length) {
        if (!utf8) {
            return;
        }
        ByteBuffer whole = ByteBuffer.allocate(rest.remaining() + length)
                .put(rest)
                .put(bytes, offset, length)
                .flip();
        while (true) {
            var result = decoder.decode(whole, decoded.clear(), false);
            if (result.isError()) {
                utf8 = false;
                return;
            }
            if (result.isUnderflow()) {
                rest = ByteBuffer.wrap(Arrays.copyOfRange(whole.array(), whole.position(), whole.limit()));
                return;
            }
        }
    }

    Charset encoding() {
        return utf8 && rest.remaining() == 0 ? StandardCharsets.UTF_8 : WESTERN;
    }

    /**
     * To be asked once all is read.
     *
     * @throws IllegalArgumentException if it is no text of rows; the message says what to do
     */
    void check() {
        if (head.length == 0) {
            throw new IllegalArgumentException("The file is empty: choose one with a header and at least one row.");
        }
        if (startsWith('P', 'K', 3, 4) || startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            throw new IllegalArgumentException(
                    "This is a workbook: save it as “CSV UTF-8” there, and choose that file.");
        }
        if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
            throw new IllegalArgumentException(
                    "This is written in UTF-16: save it as “CSV UTF-8”, and choose that file.");
        }
        if (contains(head, 0)) {
            throw new IllegalArgumentException("This is no text: choose a CSV file.");
        }
    }

    private boolean startsWith(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] bytes, int wanted) {
        for (byte it : bytes) {
            if (it == wanted) {
                return true;
            }
        }
        return false;
    }

    /** That of which the first line has most, outside quotes. */
    char separator() {
        String text = new String(head, encoding());
        int[] counts = new int[128];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r') && i > 0) {
                break;
            } else if (!quoted && c < 128) {
                counts[c]++;
            }
        }
        char best = ',';
        for (char it : new char[] {';', '\t', '|'}) {
            best = counts[it] > counts[best] ? it : best;
        }
        return best;
    }
}
