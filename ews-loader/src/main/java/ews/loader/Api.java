package ews.loader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application's HTTP API. Whatever is worth a second try gets one, after the time that the server asks for. */
final class Api implements AutoCloseable {

    private static final int TRIES = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http;
    private final Options options;

    Api(Options options) {
        this.options = options;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Posts one batch, gzipped, and returns the receipt. */
    JsonNode post(Object batch) throws InterruptedException {
        return answer(request("/v1/events")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(gzip(json.writeValueAsBytes(batch))))
                .build());
    }

    JsonNode get(String path) throws InterruptedException {
        return answer(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(options.url() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + options.key());
    }

    private JsonNode answer(HttpRequest request) throws InterruptedException {
        String problem = "";
        for (int tries = 1; tries <= TRIES; tries++) {
            try {
                HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
                if (response.statusCode() == 200) {
                    return json.readTree(response.body());
                }
                problem = response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8);
                if (response.statusCode() != 429 && response.statusCode() != 503) {
                    throw new IllegalStateException(request.uri() + " answered " + problem);
                }
                Thread.sleep(pause(response, tries));
            } catch (IOException e) {
                problem = e.toString();
                Thread.sleep(backOff(tries));
            }
        }
        throw new IllegalStateException(
                "%s did not succeed in %d tries; the last answer was %s".formatted(request.uri(), TRIES, problem));
    }

    private static Duration pause(HttpResponse<?> response, int tries) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElseGet(() -> backOff(tries));
    }

    private static Duration backOff(int tries) {
        Duration pause = Duration.ofMillis(100L << Math.min(tries, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static byte[] gzip(byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 8);
        try (var out = new GZIPOutputStream(bytes, 1 << 14) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            out.write(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        http.close();
    }
}
