package ews.dashboard.start;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import ews.browser.BrowserTest;
import ews.domain.member.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConnectBrowserTest extends BrowserTest {

    private static final Pattern COMMAND = Pattern.compile("curl (\\S+).*(Bearer \\S+)\".*-d '(.*)'", Pattern.DOTALL);

    /** Does what the command on the page does, with another body if one is given. */
    private static int run(String command, String body) throws IOException, InterruptedException {
        Matcher parts = COMMAND.matcher(command);
        assertThat(parts.find()).as(command).isTrue();
        var request = HttpRequest.newBuilder(URI.create(parts.group(1)))
                .header("Authorization", parts.group(2))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.isEmpty() ? parts.group(3) : body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    private static Page connected(Page page) {
        page.navigate("/start");
        page.getByText("Connect a source").click();
        page.waitForURL("**/start/connect/*");
        return page;
    }

    @Test
    void anEventAppearsOnThePageWhileSomebodyLooks() throws Exception {
        Page page = connected(signedIn(Role.ADMIN));
        String command = page.locator("#curl").textContent();
        assertThat(page.locator("#arrivals")).containsText("Nothing yet.");

        assertThat(run(command, "")).isEqualTo(200);

        assertThat(page.locator("#arrivals .entries")).containsText("usage of acme by ada");
        assertThat(page.locator(".checklist li").first()).hasClass(Pattern.compile("done"));
        assertThat(page.getByText("Look again")).isHidden(); // which is for those without JavaScript
        assertThat(page.locator("#curl")).hasText(Pattern.compile("curl"));
    }

    @Test
    void aRejectedEventAppearsWithItsReason() throws Exception {
        Page page = connected(signedIn(Role.ADMIN));

        run(page.locator("#curl").textContent(), """
                {"events":[{"type":"subscription","id":"s1","time":"2026-01-01T00:00:00Z","account":"acme","status":"paused"}]}
                """);

        assertThat(page.locator("#arrivals .entries")).containsText("Rejected");
        assertThat(page.locator("#arrivals .entries")).containsText("paused");
    }

    @Test
    void everybodyCanReadTheFirstPages() throws Exception {
        Page page = signedIn(Role.ADMIN);
        page.navigate("/start");
        assertReadable(page, "start");

        connected(page);
        run(page.locator("#curl").textContent(), "");
        assertThat(page.locator("#arrivals .entries")).containsText("acme");
        assertReadable(page, "connect");
    }
}
