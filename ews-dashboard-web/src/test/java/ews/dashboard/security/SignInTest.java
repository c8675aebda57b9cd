package ews.dashboard.security;

import static ews.dashboard.security.SignedInMember.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ews.ApplicationTest;
import ews.domain.member.Member;
import ews.domain.member.Members;
import ews.domain.member.Role;
import ews.testing.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class SignInTest {

    private static final String REFUSED = "/sign-in?refused";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignedInMember signedIn;

    @Autowired
    Members members;

    @Autowired
    SignInTries tries;

    Member member;

    @BeforeEach
    void memberWithPassword() {
        TestDatabase.clear();
        member = signedIn.with(Role.CSM);
        tries.forgetAll();
    }

    @Test
    void showsTheFormToEverybody() {
        assertThat(mvc.get().uri("/sign-in")).hasStatusOk().bodyText().contains("Password");
    }

    @Test
    void theRightPasswordOpensTheDoor() {
        MvcTestResult result = signIn(member.email(), PASSWORD);

        assertThat(result).hasRedirectedUrl("/");
        assertThat(mvc.get().uri("/me").session(sessionOf(result))).hasStatusOk();
    }

    @Test
    void theAddressMayBeWrittenInAnyCase() {
        assertThat(signIn("CSM@Example.com", PASSWORD)).hasRedirectedUrl("/");
    }

    @Test
    void leadsBackToThePageThatWasAskedFor() {
        var session = new MockHttpSession();
        mvc.get().uri("/me?tab=look").accept("text/html").session(session).exchange();

        var result = mvc.post()
                .uri("/sign-in")
                .param("email", member.email())
                .param("password", PASSWORD)
                .session(session)
                .with(csrf())
                .exchange();

        assertThat(result.getResponse().getRedirectedUrl()).contains("/me?tab=look");
    }

    @Test
    void refusesWhatCannotBeAnAddressLikeAnyOther() {
        assertThat(signIn("a\u0001b", PASSWORD)).hasRedirectedUrl(REFUSED);
        assertThat(signIn("q".repeat(1_000_000), PASSWORD)).hasRedirectedUrl(REFUSED);
    }

    @Test
    void doesNotTellAWrongPasswordFromAnUnknownAddress() {
        assertThat(signIn(member.email(), "wrong")).hasRedirectedUrl(REFUSED);
        assertThat(signIn("nobody@example.com", PASSWORD)).hasRedirectedUrl(REFUSED);
    }

    @Test
    void refusesAMemberWhoHasNoPasswordYet() {
        members.ensure("new@example.com", "New", Role.CSM, false);

        assertThat(signIn("new@example.com", "")).hasRedirectedUrl(REFUSED);
    }

    @Test
    void tenWrongTriesAreEnough() {
        for (int i = 0; i < SignInTries.PER_ACCOUNT; i++) {
            assertThat(signIn(member.email(), "wrong")).hasRedirectedUrl(REFUSED);
        }

        assertThat(signIn(member.email(), PASSWORD)).hasRedirectedUrl("/sign-in?too-many");
    }

    @Test
    void noMoreThanTenAreTriedAtTheSameTime() throws Exception {
        List<Callable<String>> guesses = Collections.nCopies(
                3 * SignInTries.PER_ACCOUNT,
                () -> String.valueOf(
                        signIn(member.email(), "wrong").getResponse().getRedirectedUrl()));
        int tried = 0;
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var guess : together.invokeAll(guesses)) {
                tried += guess.get().equals(REFUSED) ? 1 : 0;
            }
        }

        assertThat(tried).isEqualTo(SignInTries.PER_ACCOUNT);
    }

    @Test
    void tenWrongTriesForNobodyLookTheSame() {
        for (int i = 0; i < SignInTries.PER_ACCOUNT; i++) {
            signIn("nobody@example.com", "wrong");
        }

        assertThat(signIn("nobody@example.com", "wrong")).hasRedirectedUrl("/sign-in?too-many");
    }

    @Test
    void aSessionFromBeforeGetsANewId() {
        var before = new MockHttpSession();
        String id = before.getId();

        mvc.post()
                .uri("/sign-in")
                .param("email", member.email())
                .param("password", PASSWORD)
                .session(before)
                .with(csrf())
                .exchange();

        assertThat(before.getId()).isNotEqualTo(id);
    }

    @Test
    void isRefusedWithoutTheTokenOfTheForm() {
        assertThat(mvc.post().uri("/sign-in").param("email", member.email()).param("password", PASSWORD))
                .hasRedirectedUrl("/sign-in?expired");
    }

    @Test
    void beingDisabledEndsTheSessionAtTheNextRequest() {
        MockHttpSession session = signedIn.session(member);
        assertThat(mvc.get().uri("/me").session(session)).hasStatusOk();

        members.change(member.id(), member.email(), member.name(), member.role(), false);

        assertThat(mvc.get().uri("/me").accept("text/html").session(session)).hasStatus(302);
    }

    @Test
    void aNewRoleCountsAtTheNextRequest() {
        MockHttpSession session = signedIn.session(member);
        assertThat(mvc.get().uri("/setup/nothing").session(session)).hasStatus(403);

        members.change(member.id(), member.email(), member.name(), Role.ADMIN, true);

        assertThat(mvc.get().uri("/setup/nothing").session(session)).hasStatus(404);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndNotThisOne() {
        MockHttpSession here = signedIn.session(member);
        MockHttpSession elsewhere = signedIn.session(member);

        var result = mvc.post()
                .uri("/me/password")
                .param("current", PASSWORD)
                .param("password", "another boat of larks")
                .session(here)
                .with(csrf())
                .exchange();

        assertThat(mvc.get().uri("/me").accept("text/html").session(elsewhere)).hasStatus(302);
        assertThat(mvc.get().uri("/me").session(sessionOf(result))).hasStatusOk();
    }

    @Test
    void signingOutEndsTheSession() {
        MockHttpSession session = signedIn.session(member);

        assertThat(mvc.post().uri("/sign-out").session(session).with(csrf())).hasRedirectedUrl("/sign-in?signed-out");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void anHtmxRequestWithoutSessionIsToldToLoadThePage() {
        assertThat(mvc.get().uri("/me").header("HX-Request", "true"))
                .hasStatus(401)
                .hasHeader("HX-Refresh", "true");
    }

    private MvcTestResult signIn(String email, String password) {
        return mvc.post()
                .uri("/sign-in")
                .param("email", email)
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    private static MockHttpSession sessionOf(MvcTestResult result) {
        return (MockHttpSession) result.getRequest().getSession();
    }
}
