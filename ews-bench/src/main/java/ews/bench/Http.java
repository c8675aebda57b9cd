package ews.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Posts and asks, and waits where the application asks for it. */
final class Http implements AutoCloseable {

    static final String EVENTS = "/v1/events";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Application application;

    Http(Application application) {
        this.application = application;
    }

    void post(byte[] events) throws IOException, InterruptedException {
        post(EVENTS, events);
    }

    void post(String path, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = send(request);
        while (response.statusCode() == 429 || response.statusCode() == 503) {
            Thread.sleep(Duration.ofMillis(200));
            response = send(request);
        }
        check(request, response);
    }

    String get(String path) throws IOException, InterruptedException {
        HttpRequest request = request(path).GET().build();
        return check(request, send(request)).body();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(application.url() + path))
                .header("Authorization", "Bearer " + Application.KEY);
    }

    private static HttpResponse<String> check(HttpRequest request, HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    "%s answered %d %s".formatted(request.uri(), response.statusCode(), response.body()));
        }
        return response;
    }

    @Override
    public void close() {
        client.close();
    }
}
