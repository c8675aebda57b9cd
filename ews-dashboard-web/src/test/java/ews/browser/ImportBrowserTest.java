package ews.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import ews.domain.member.Role;
import ews.sensors.csv.CsvRuns;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file from the disk of somebody who has just installed EWS, until its accounts are there. */
class ImportBrowserTest extends BrowserTest {

    private static final String FILE = """
            Account ID,Account Name,Plan,Region,Notes
            acme,Acme,gold,EMEA,
            globex,Globex,silver,"Americas, north",
            ,Nobody,gold,EMEA,
            """;

    @Autowired
    CsvRuns runs;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aFileBecomesAccounts() {
        Page page = signedIn(Role.ADMIN);
        page.navigate("/setup/imports/new");
        assertReadable(page, "import-new");
        page.locator("#file").setInputFiles(file("accounts.csv", FILE));
        page.getByText("Upload", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator("h1")).hasText("accounts.csv");
        assertThat(page.locator("#preview")).containsText("2 of its 3 rows can be imported, 1 would be rejected.");
        assertThat(page.locator("#preview")).containsText("Line 4: account is required");
        assertReadable(page, "import-mapping");
        page.getByText("Import the file").click();
        assertThat(page.locator("#progress")).containsText("Running");
        assertReadable(page, "import-running");
        runs.work();
        settle();

        assertThat(page.locator("#progress")).containsText("Done");
        assertReadable(page, "import-done");
        page.getByText("See your accounts").click();
        assertThat(page.locator("main")).containsText("Globex");
        page.navigate("/setup/imports");
        assertReadable(page, "imports");
    }

    @Test
    void whatCannotBeReadIsSaidWhereTheFileWasChosen() {
        Page page = signedIn(Role.ADMIN);
        page.navigate("/setup/imports/new");
        page.locator("#file").setInputFiles(file("accounts.xlsx", "PK\u0003\u0004..."));
        page.getByText("Upload", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator("[data-upload-problem]")).containsText("This is a workbook: save it as “CSV UTF-8”");
        forgetComplaints();
    }

    @Test
    void withoutScriptsAFormWillDo() throws Exception {
        Page page = signedIn(Role.ADMIN);
        page.navigate("/setup/imports/new");
        String action = page.locator("form[data-upload]").getAttribute("action");

        HttpResponse<String> sent = send(cookies(page), action, "b.csv", FILE);
        HttpResponse<String> empty = send(cookies(page), action, "b.csv", "");

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location").orElseThrow()).containsPattern("/setup/imports/\\d+$");
        assertThat(empty.headers().firstValue("Location").orElseThrow()).endsWith("/setup/imports/new");
        page.reload();
        assertThat(page.locator("body")).containsText("The file is empty");
        assertThat(files()).containsExactly("b.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "csm", "forged"})
    void nobodyElseLeavesAFile(String who) throws Exception {
        Page page = signedIn(who.equals("csm") ? Role.CSM : Role.ADMIN);
        page.navigate("/me");
        String token = page.locator("input[name=_csrf]").first().inputValue();
        String action = "/setup/imports/upload" + (who.equals("forged") ? "" : "?_csrf=" + token);

        HttpResponse<String> answer = send(who.equals("nobody") ? "" : cookies(page), action, "b.csv", FILE);

        assertThat(answer.statusCode()).isIn(302, 403);
        assertThat(answer.headers().firstValue("Location").orElse("/sign-in")).contains("/sign-in");
        assertThat(files()).isEmpty();
    }

    private List<String> files() {
        return jdbc.sql("select file_name from csv_import")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String cookies(Page page) {
        return page.context().cookies().stream()
                .map(it -> it.name + "=" + it.value)
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }

    private HttpResponse<String> send(String cookies, String action, String name, String text)
            throws IOException, InterruptedException {
        String body = """
                --b
                Content-Disposition: form-data; name="kind"

                accounts
                --b
                Content-Disposition: form-data; name="file"; filename="%s"
                Content-Type: text/csv

                %s
                --b--
                """.formatted(name, text).replace("\n", "\r\n");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address() + action))
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .header("Cookie", cookies)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
