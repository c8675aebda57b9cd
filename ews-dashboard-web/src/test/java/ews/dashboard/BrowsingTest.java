package ews.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ews.domain.member.Member;
import java.io.UnsupportedEncodingException;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Members look at pages and send their forms, as browsers without JavaScript do. */
@PageTest
public abstract class BrowsingTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    protected Given given;

    protected MvcTestResult visit(Member by, String path) {
        return mvc.get().uri(path).with(Given.signedIn(by)).exchange();
    }

    /** A page that there is. */
    protected String get(Member by, String path) {
        MvcTestResult result = visit(by, path);
        assertThat(result).hasStatusOk();
        return html(result);
    }

    /** @param form names and values by turns */
    protected MvcTestResult post(Member by, String path, String... form) {
        var request = mvc.post().uri(path).with(Given.signedIn(by)).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    protected static String html(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** Where the answer leads. */
    protected static String addressOf(MvcTestResult redirect) {
        assertThat(redirect.getResponse().getStatus()).as(html(redirect)).isEqualTo(302);
        return Objects.requireNonNull(redirect.getResponse().getRedirectedUrl());
    }
}
