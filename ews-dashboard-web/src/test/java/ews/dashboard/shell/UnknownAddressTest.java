package ews.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ews.EwsApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Over HTTP, because the container is what turns an error into an answer. */
@SpringBootTest(
        classes = EwsApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "db-scheduler.enabled=false")
@ExtendWith(OutputCaptureExtension.class)
class UnknownAddressTest {

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void aBrowserThatIsNotSignedInGetsTheForm() throws Exception {
        var answer = get("/docs", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).endsWith("/sign-in");
    }

    @Test
    void aMachineThatIsNotSignedInIsToldInWords() throws Exception {
        var answer = get("/docs", "*/*");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("signed in", "/v1");
    }

    @Test
    void anUnknownAddressOfTheApiSaysWhichThereAre(CapturedOutput output) throws Exception {
        // The contexts of other tests may have started, and have warned, in the same output.
        int before = output.length();

        var answer = get("/v1/nothing-here", "*/*");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("There is no such address.", "GET /v1/accounts,", "GET /v1/tasks", "POST /v1/events");
        assertThat(output.getAll().substring(before)).doesNotContain("WARN", "nothing-here");
    }
}
