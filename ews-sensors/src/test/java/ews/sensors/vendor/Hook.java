package ews.sensors.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts to the address of a source as its vendor would, over a real port. */
public record Hook(int port, String address) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    public record Answer(int status, JsonNode json) {}

    public Answer post(String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/v1/hooks/%s".formatted(port, address)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Whether it was accepted, with everything in it. */
    public void accepted(String body, Map<String, String> headers) {
        Answer answer = post(body, headers);
        assertThat(answer.status()).as(answer.json.toString()).isEqualTo(200);
        assertThat(answer.json.path("rejected")).as(answer.json.toString()).isEmpty();
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("No answer", e);
        }
    }
}
