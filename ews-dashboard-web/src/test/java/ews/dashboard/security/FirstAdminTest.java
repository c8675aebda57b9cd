package ews.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ews.ApplicationTest;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class FirstAdminTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    FirstAdmin firstAdmin;

    @Autowired
    Members members;

    @BeforeEach
    void nobody() {
        TestDatabase.clear();
    }

    @Test
    void thePrintedLinkShowsTheForm() {
        assertThat(mvc.get().uri(firstAdmin.link().orElseThrow()))
                .hasStatusOk()
                .bodyText()
                .contains("Make my account");
    }

    @Test
    void anotherSecretDoesNot() {
        firstAdmin.link();

        assertThat(mvc.get().uri("/welcome?secret=guessed")).hasStatus(410);
        assertThat(make("guessed", "a boat full of larks")).hasStatus(410);
        assertThat(members.all()).isEmpty();
    }

    @Test
    void theFirstAdminIsSignedInAtOnce() {
        MvcTestResult result = make(secret(), "a boat full of larks");

        assertThat(result).hasRedirectedUrl("/");
        assertThat(members.withEmail("ada@example.com").orElseThrow().role()).isEqualTo(Role.ADMIN);
        assertThat(mvc.get().uri("/me").session((MockHttpSession)
                        result.getRequest().getSession()))
                .hasStatusOk();
    }

    @Test
    void theLinkWorksOnce() {
        String secret = secret();
        make(secret, "a boat full of larks");

        assertThat(make(secret, "a boat full of larks")).hasStatus(410);
        assertThat(firstAdmin.link()).isEmpty();
    }

    @Test
    void aWeakPasswordIsRefusedWithAReason() {
        String secret = secret();

        assertThat(make(secret, "short")).hasStatus(422).bodyText().contains("at least 12 characters");
        assertThat(make(secret, "Password12345")).hasStatus(422).bodyText().contains("guess");
        assertThat(make(secret, "aaaaaaaaaaaaaaaa")).hasStatus(422);
    }

    private String secret() {
        return firstAdmin.link().orElseThrow().replace("/welcome?secret=", "");
    }

    private MvcTestResult make(String secret, String password) {
        return mvc.post()
                .uri("/welcome")
                .param("secret", secret)
                .param("name", "Ada Moreno")
                .param("email", "ada@example.com")
                .param("password", password)
                .with(csrf())
                .exchange();
    }
}
