package ews.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Over HTTP, since the server itself decodes parameters. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "ews.scoring.background=false")
@ExtendWith(OutputCaptureExtension.class)
class ReadableParametersTest {

    @LocalServerPort
    private int port;

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in?a=%ff", "/sign-in?a=%c0%80", "/sign-in?%ff=a", "/v1/alerts?status=%ff"})
    void whatIsNoTextIsRefused(String address) throws Exception {
        assertThat(send(to(address)).statusCode()).isEqualTo(400);
    }

    @Test
    void itIsRefusedInFormsToo() throws Exception {
        var answer = send(to("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString("email=%ff")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("A field is not written in UTF-8.");
    }

    @Test
    void nobodyWritesLinesIntoTheLog(CapturedOutput output) throws Exception {
        send(to("/sign-in?a=%ff%0aFORGED"));

        assertThat(output).doesNotContain("FORGED").doesNotContain("Exception");
    }
}
