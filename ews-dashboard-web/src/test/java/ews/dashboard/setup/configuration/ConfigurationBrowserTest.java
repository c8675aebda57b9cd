package ews.dashboard.setup.configuration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import ews.browser.BrowserTest;
import ews.detection.configuration.Configuration;
import ews.detection.configuration.ConfigurationText;
import ews.detection.configuration.Configurations;
import ews.domain.audit.Actor;
import ews.domain.member.Role;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An admin applies a file by clicking. */
class ConfigurationBrowserTest extends BrowserTest {

    @Autowired
    private Configurations configurations;

    private Configuration before = new Configuration(List.of());

    @BeforeEach
    void remember() {
        before = configurations.now().configuration();
    }

    @AfterEach
    void putBack() {
        configurations.apply(before, null, "Put back", Actor.SYSTEM);
    }

    @Test
    void aFileIsUploadedReviewedAndApplied() {
        String yaml = ConfigurationText.yaml(before).replaceFirst("goodFrom: 70", "goodFrom: 72");
        Page page = signedIn(Role.ADMIN);
        page.navigate("/setup/configuration");

        page.getByLabel("File (YAML or JSON)")
                .setInputFiles(new FilePayload("ews.yaml", "application/yaml", yaml.getBytes(UTF_8)));
        page.getByText("Show what would change").click();

        assertThat(page.getByText("Good from 72, it was 70")).isVisible();
        assertThat(page.locator("#bands")).isVisible();
        assertThat(configurations.now().configuration()).isEqualTo(before);

        page.getByLabel("Why this change?").fill("Reviewed in a pull request");
        page.getByText("Apply from today on").click();

        assertThat(page.locator(".flash.notice.good")).containsText("Applied.");
        assertThat(ConfigurationText.yaml(configurations.now().configuration())).isEqualTo(yaml);
    }

    @Test
    void whatChangesAboutPlaysAndTemplatesIsReadable() {
        String yaml = ConfigurationText.yaml(before)
                .replace("title: Call your contact and listen", "title: Call your contact, and only listen")
                .replaceFirst("(?s)(templates:.*?subject: )[^\n]*", "$1Another subject")
                .replaceFirst("(?s)(plays:.*?enabled:) true", "$1 false")
                .replace("\nplays:\n", """

                plays:
                  - key: sponsor-left
                    enabled: true
                    name: Sponsor left
                    description: Whoever bought it is gone.
                    entry:
                      triggers: [{type: band, bands: [poor]}]
                    steps:
                      - {type: wait, until: {for: time, days: 2, unit: working_days}}
                      - {type: start_play, play: win-back}
                """);
        Page page = signedIn(Role.ADMIN);
        page.navigate("/setup/configuration");
        assertReadable(page, "configuration");
        page.getByLabel("Or its text").fill(yaml);
        page.getByText("Show what would change").click();

        assertThat(page.getByText("title “Call your contact, and only listen”")).isVisible();
        assertThat(page.getByText("It starts by itself when health becomes poor"))
                .isVisible();
        assertReadable(page, "configuration-plan");
    }
}
