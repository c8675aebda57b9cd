package ews.sensors.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests as clients that are not written in Java have sent them, with their headers and bytes; only the key, which was
 * "KEY", and what belongs to the connection are replaced. How they were recorded is in {@code recorded/README.md}.
 */
record Recorded(List<Request> requests) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    record Request(String method, String path, JsonNode headers, byte[] body) {

        private byte[] bodyWith(String key) {
            boolean gzip = body.length > 1 && body[0] == (byte) 0x1F && body[1] == (byte) 0x8B;
            String text =
                    new String(gzip ? inflated() : body, StandardCharsets.UTF_8).replace("\"KEY\"", '"' + key + '"');
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return gzip ? Client.gzip(bytes) : bytes;
        }

        private byte[] inflated() {
            try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Recorded of(String client) {
        try (InputStream in = Recorded.class.getResourceAsStream("/recorded/" + client + ".json")) {
            var requests = new ArrayList<Request>();
            JsonMapper.shared()
                    .readTree(in)
                    .forEach(it -> requests.add(new Request(
                            it.get("method").asString(),
                            it.get("path").asString(),
                            it.get("headers"),
                            Base64.getDecoder().decode(it.get("body").asString()))));
            return new Recorded(requests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends all of them, and answers with their answers. */
    List<HttpResponse<String>> replay(int port, String key) throws Exception {
        var answers = new ArrayList<HttpResponse<String>>();
        for (Request recorded : requests) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + recorded.path))
                    .method(recorded.method, HttpRequest.BodyPublishers.ofByteArray(recorded.bodyWith(key)));
            recorded.headers.properties().forEach(it -> {
                String value = it.getValue().asString();
                request.header(it.getKey(), value.startsWith("Basic ") ? basic(key) : value);
            });
            answers.add(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        }
        return answers;
    }

    private static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    }
}
