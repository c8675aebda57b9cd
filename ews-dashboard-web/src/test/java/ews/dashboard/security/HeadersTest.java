package ews.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import ews.ApplicationTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class HeadersTest {

    @Autowired
    MockMvcTester mvc;

    @Test
    void pagesLoadNothingFromElsewhereAndRunNothingInline() {
        String policy = String.valueOf(
                mvc.get().uri("/sign-in").exchange().getResponse().getHeader("Content-Security-Policy"));

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
    }

    @Test
    void pagesCarryTheOtherSecurityHeaders() {
        assertThat(mvc.get().uri("/sign-in").secure(true))
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Referrer-Policy", "same-origin")
                .hasHeader("Cross-Origin-Opener-Policy", "same-origin")
                .hasHeader("Strict-Transport-Security", "max-age=31536000")
                .containsHeader("Permissions-Policy");
    }

    @Test
    void plainHttpPromisesNoHttps() {
        assertThat(mvc.get().uri("/sign-in")).doesNotContainHeader("Strict-Transport-Security");
    }

    @Test
    void nothingIsInline() {
        String page = body("/sign-in");

        assertThat(page).doesNotContain("style=\"", "<style", "javascript:");
        assertThat(Pattern.compile("\\son\\w+=").matcher(page).find()).isFalse();
        assertThat(Pattern.compile("<script(?![^>]*\\bsrc=)").matcher(page).find())
                .isFalse();
    }

    @Test
    void addressesOfStaticFilesCarryAHashAndAreKeptForAYear() {
        var address = Pattern.compile("/css/tokens-[0-9a-f]{32}\\.css").matcher(body("/sign-in"));

        assertThat(address.find()).isTrue();
        assertThat(mvc.get().uri(address.group()))
                .hasStatusOk()
                .headers()
                .hasValue("Cache-Control", "max-age=31536000, public, immutable");
    }

    @Test
    void everyFileThatThePageNamesIsThere() {
        var addresses = Pattern.compile("(?:src|href)=\"(/(?:css|js|img|fonts|webjars)/[^\"#]+)")
                .matcher(body("/sign-in"));
        int files = 0;
        while (addresses.find()) {
            assertThat(addresses.group(1)).matches(".*-[0-9a-f]{32}\\.\\w+");
            assertThat(mvc.get().uri(addresses.group(1))).as(addresses.group(1)).hasStatusOk();
            files++;
        }
        assertThat(files).isGreaterThan(10);
    }

    @Test
    void theApiHasNoSessionAndNoRedirect() {
        var result = mvc.get().uri("/v1/nothing-here").accept("text/html").exchange();

        assertThat(result.getResponse().getStatus()).isBetween(401, 404);
        assertThat(result.getResponse().getRedirectedUrl()).isNull();
        assertThat(result.getRequest().getSession(false)).isNull();
    }

    private String body(String path) {
        try {
            return mvc.get().uri(path).exchange().getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
