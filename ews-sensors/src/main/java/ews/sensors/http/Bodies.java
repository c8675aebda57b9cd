package ews.sensors.http;

import ews.sensors.source.Source;
import ews.sensors.source.SourceLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Reads the body of a request, compressed or not, within limits of size and memory. */
final class Bodies {

    /** Of a body as it came, and once more of what it inflates to. */
    static final int LARGEST = 10 * 1024 * 1024;

    /** What is read and thrown away before an error is answered, so that the client gets to read the answer. */
    private static final long DRAINED = 128L * 1024 * 1024;

    private static final int FIRST = 64 * 1024;

    private Bodies() {}

    /** The bytes, inflated if they begin as gzip does: many clients compress without saying so. */
    static byte[] read(HttpServletRequest request, Memory.Share memory) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        byte[] body = readAll(request.getInputStream(), Math.max(0, request.getContentLength()), memory);
        boolean gzip = body.length > 2 && body[0] == (byte) 0x1F && body[1] == (byte) 0x8B;
        return gzip ? inflated(body, memory) : body;
    }

    private static byte[] inflated(byte[] body, Memory.Share memory) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body), FIRST)) {
            return readAll(in, 0, memory);
        } catch (IOException e) {
            throw Problem.malformed("The body begins like gzip but cannot be inflated: " + e.getMessage());
        }
    }

    private static byte[] readAll(InputStream in, int expected, Memory.Share memory) throws IOException {
        // The length that a client announces is no reason to set memory aside before anything came.
        byte[] bytes = new byte[Math.min(expected + 1, FIRST)];
        memory.take(bytes.length);
        int length = 0;
        for (int read = in.read(bytes, 0, bytes.length);
                read >= 0;
                read = in.read(bytes, length, bytes.length - length)) {
            length += read;
            if (length > LARGEST) {
                throw tooLarge();
            }
            if (length == bytes.length) {
                int larger = Math.min(2 * length + FIRST, LARGEST + 1);
                memory.take(larger - length);
                bytes = Arrays.copyOf(bytes, larger);
            }
        }
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    /** @throws Problem if it is more than an admin allows this source */
    static byte[] check(Source source, byte[] body) {
        SourceLimits limits = source.limits();
        if (limits.forbidsBody(body.length)) {
            throw Problem.tooLarge(
                    "A request of %s may have at most %,d KB, also when inflated; send the rest in another one."
                            .formatted(source.name(), limits.bodyKilobytes()));
        }
        return body;
    }

    /** A client that is still sending when the connection is closed may never see the answer. */
    static void drain(HttpServletRequest request) {
        try {
            InputStream in = request.getInputStream();
            byte[] bin = new byte[FIRST];
            long drained = 0;
            for (int read = in.read(bin); read >= 0 && drained < DRAINED; read = in.read(bin)) {
                drained += read;
            }
        } catch (IOException _) {
            // The client is gone, and with it the reason to go on.
        }
    }

    private static Problem tooLarge() {
        return Problem.tooLarge("A body may have at most 10 MB, also when inflated; send the rest in another request.");
    }
}
