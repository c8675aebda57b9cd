package ews.dashboard.plans;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who opens a link, and who only looks at it for somebody else. */
class ReaderTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                FIREFOX,
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
            })
    void browsersShowItToPeople(String program) {
        assertThat(new Reader("GET", null, null, program).isPerson()).isTrue();
        assertThat(new Reader("GET", "document", null, program).isPerson()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
                "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
                "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
                "facebookexternalhit/1.1",
                "WhatsApp/2.23.20.0 A",
                "curl/8.5.0",
            })
    void previewsAndProgramsDoNot(String program) {
        assertThat(new Reader("GET", null, null, program).isPerson()).isFalse();
    }

    @Test
    void noBrowserDoesThatShowsNothing() {
        assertThat(new Reader("HEAD", null, null, FIREFOX).isPerson()).isFalse();
        assertThat(new Reader("GET", "empty", null, FIREFOX).isPerson()).isFalse();
        assertThat(new Reader("GET", "document", "prefetch", FIREFOX).isPerson())
                .isFalse();
        assertThat(new Reader("GET", null, null, null).isPerson()).isFalse();
    }
}
